import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  RepeatLookBack,
  RepeatLookBackQuery,
  foldRepeatLookBack,
  lookBackWindows,
  metricsEndpoints as endpoints,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { IncidentAccess } from '../access';
import type { ScopeResolver } from '../catalog';
import type { EndpointRouter } from '../http';
import { periodOfQuery } from '../http/period';
import type { RepeatGaps } from './DatabaseRepeatGaps';

const DAY_MS = 24 * 60 * 60 * 1000;

export interface RepeatLookBackServiceOptions {
  store: RepeatGaps;
  access: IncidentAccess;
  scopes: ScopeResolver;
  /** The look-back window that is configured. */
  lookBackMs: number;
  /** How long a period is whose start is not said. */
  defaultPeriodMs?: number;
  /** Epoch milliseconds. */
  now?: () => number;
}

/** Tells what the share of repeat incidents would be with other look-back windows. */
export class RepeatLookBackService {
  static create(options: RepeatLookBackServiceOptions): RepeatLookBackService {
    return new RepeatLookBackService(options);
  }

  private constructor(private readonly options: RepeatLookBackServiceOptions) {}

  /** @throws InputError when the period ends before it starts */
  async getRepeatLookBack(
    query: RepeatLookBackQuery,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<RepeatLookBack> {
    const { store, access, scopes, now = Date.now } = this.options;
    const period = periodOfQuery(query, now(), this.options.defaultPeriodMs);
    const days = this.options.lookBackMs / DAY_MS;
    const fold = foldRepeatLookBack(days);
    const selection = {
      period,
      access: await access.readable(credentials),
      scope: await scopes.resolve(query.scope, credentials),
    };
    const reachMs = Math.max(...lookBackWindows(days)) * DAY_MS;
    for await (const gaps of store.gaps(selection, reachMs)) {
      gaps.forEach(gap => fold.add(gap));
    }
    return {
      scope: query.scope,
      from: new Date(period.from).toISOString(),
      to: new Date(period.to).toISOString(),
      items: fold.read(),
    };
  }
}

/** Mounts `/metrics/repeat-look-back`. */
export function mountRepeatLookBack(
  router: EndpointRouter,
  { repeatLookBack }: { repeatLookBack: RepeatLookBackService },
): void {
  router.mount(endpoints.repeatLookBack, ({ query, credentials }) =>
    repeatLookBack.getRepeatLookBack(query, { credentials }),
  );
}
