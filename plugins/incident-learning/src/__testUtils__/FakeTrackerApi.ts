import type {
  ActionIssueInput,
  ActionLink,
  ActionLinkInput,
  ActionTracking,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { FakeActionApi } from './FakeActionApi';
import { SAMPLE_USER } from './ReviewMemory';
import { responseError } from './responseError';

/** Issues of actions in memory. */
export class FakeTrackerApi extends FakeActionApi {
  private readonly links = new Map<string, ActionLink>();
  /** Where issues can be created; none are installed unless said. */
  trackers: ActionTracking['trackers'] = [];

  async getActionTracking(id: string): Promise<ActionTracking> {
    await this.at(this.actions, id);
    return { link: this.links.get(id), trackers: this.trackers };
  }

  async createActionIssue(
    id: string,
    { tracker, target }: ActionIssueInput,
  ): Promise<ActionTracking> {
    return this.keepLink(id, tracker, { target });
  }

  async linkActionIssue(
    id: string,
    { url }: ActionLinkInput,
  ): Promise<ActionTracking> {
    const number = /issues\/(\d+)$/.exec(url)?.[1];
    if (!number) {
      const path = 'url';
      const message = 'is no address of an issue in GitHub';
      const problems = [{ path, message }];
      throw await responseError(422, 'UnprocessableError', message, {
        problems,
      });
    }
    return this.keepLink(id, 'github', {
      issue: {
        id: number,
        url,
        label: `acme/shop#${number}`,
        title: 'Alert before certificates expire',
        state: 'open',
        updatedAt: this.now,
        assignees: ['octocat'],
      },
    });
  }

  async unlinkActionIssue(id: string): Promise<void> {
    await this.at(this.actions, id);
    this.links.delete(id);
  }

  /** Creates what is to be created; closes as not planned what is open. */
  async readActionIssue(id: string): Promise<ActionTracking> {
    const link = this.links.get(id);
    if (!link?.issue) {
      const url = 'https://github.com/acme/shop/issues/7';
      return this.linkActionIssue(id, { url });
    }
    const issue = { ...link.issue, state: 'not-planned' } as const;
    return this.keepLink(id, link.tracker, { issue });
  }

  private async keepLink(
    id: string,
    tracker: string,
    link: Pick<ActionLink, 'target' | 'issue'>,
  ): Promise<ActionTracking> {
    const { now } = this;
    const message = 'GitHub could not be reached: it is asked again later';
    this.links.set(id, {
      ...link,
      tracker,
      linkedAt: now,
      linkedBy: SAMPLE_USER,
      nextTryAt: now,
      ...(link.issue ? { readAt: now } : { problem: { at: now, message } }),
    });
    const action = await this.at(this.actions, id);
    const externalLink = link.issue?.url;
    this.keepAction(action, { externalLink });
    return this.getActionTracking(id);
  }
}
