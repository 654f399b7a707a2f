import type {
  HttpRouterService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { actionEndpoints } from '@hindsight/backstage-plugin-incident-learning-common';
import type {
  ActionTracker,
  ActionTrackerWebhook,
} from '@hindsight/backstage-plugin-incident-learning-node';
import express from 'express';
import type { Stores } from '../../stores';
import type { IssueKeeper } from './IssueKeeper';

export interface MountWebhooksOptions {
  httpRouter: HttpRouterService;
  logger: LoggerService;
  stores: Stores;
  keeper: IssueKeeper;
  trackers: ActionTracker[];
}

/** As it came: the signature is over these bytes. */
const rawBody = express.raw({ type: () => true, limit: '1mb', inflate: false });

/** Mounts the webhooks of those trackers that have one. Anybody can call them; the signature tells who may. */
export function mountWebhooks(
  router: express.Router,
  options: MountWebhooksOptions,
): void {
  const { httpRouter, trackers } = options;
  for (const tracker of trackers) {
    const { webhook } = tracker;
    if (webhook) {
      const path = actionEndpoints.trackerWebhook.path.replace(
        ':tracker',
        tracker.id,
      );
      httpRouter.addAuthPolicy({ path, allow: 'unauthenticated' });
      router.post(path, rawBody, async (req, res) => {
        await receive(req, webhook, tracker, options);
        res.status(204).end();
      });
    }
  }
}

async function receive(
  { headers, body }: express.Request,
  webhook: ActionTrackerWebhook,
  tracker: ActionTracker,
  { stores, keeper, logger }: MountWebhooksOptions,
): Promise<void> {
  const events = await webhook.receive({
    headers,
    body: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
  });
  for (const { issueId, issue } of events) {
    for (const { id } of await stores.links.ofIssue(tracker.id, issueId)) {
      if (issue) {
        await keeper.hear(id, issue, tracker);
      } else {
        await keeper.readSoon(id, tracker);
      }
      logger.debug(`${tracker.title} told of an issue that tracks an action`);
    }
  }
}
