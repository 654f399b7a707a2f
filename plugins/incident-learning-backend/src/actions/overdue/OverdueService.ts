import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  BucketCalendar,
  OVERDUE_DEFINITION,
  OverdueQuery,
  OverdueReport,
  actionReadPermission,
  foldOverdue,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { IncidentAccess } from '../../access';
import type { People, ScopeResolver } from '../../catalog';
import { periodOfQuery } from '../../http';
import { GroupChains } from './GroupChains';
import type { OverdueStore, OwnedPast } from './OverdueStore';
import { momentsOf } from './moments';

const DAY_MS = 24 * 60 * 60 * 1000;

const DEFAULT_PERIOD_MS: Record<OverdueQuery['interval'], number> = {
  week: 182 * DAY_MS,
  month: 730 * DAY_MS,
};

export interface OverdueServiceOptions {
  store: OverdueStore;
  access: IncidentAccess;
  scopes: ScopeResolver;
  people: People;
  /** Where weeks and months begin. */
  calendar: BucketCalendar;
  /** Epoch milliseconds. */
  now?: () => number;
}

/** Tells how many commitments were overdue over time, of those that the caller may know of. */
export class OverdueService {
  static create(options: OverdueServiceOptions): OverdueService {
    return new OverdueService(options);
  }

  private constructor(private readonly options: OverdueServiceOptions) {}

  /** @throws InputError when the period ends before it starts, or is too long for its interval */
  async getReport(
    query: Omit<OverdueQuery, 'format'>,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<OverdueReport> {
    const { access, scopes, people, calendar } = this.options;
    const { scope, interval } = query;
    const now = (this.options.now ?? Date.now)();
    const period = periodOfQuery(query, now, DEFAULT_PERIOD_MS[interval]);
    const moments = momentsOf(period, { interval, calendar, now });
    await access.decide(actionReadPermission, credentials);
    const resolved = await scopes.resolve(scope, credentials);
    // Whose commitments they were is told by the past, not by who owns them now.
    const byGroup = scope.startsWith('group:');
    const selection = {
      access: await access.readable(credentials),
      scope: byGroup ? ({ kind: 'org' } as const) : resolved,
    };
    const chains = GroupChains.create({ people, credentials });
    const fold = foldOverdue(moments);
    if (moments.length > 0) {
      const span = {
        from: moments[0].at,
        to: moments[moments.length - 1].at,
      };
      for await (const page of this.options.store.pasts(selection, span)) {
        await addPage(fold, page, chains);
      }
    }
    const read = fold.read();
    return {
      scope,
      from: new Date(period.from).toISOString(),
      to: new Date(period.to).toISOString(),
      interval,
      timeZone: calendar.timeZone,
      definition: OVERDUE_DEFINITION,
      ...(byGroup && resolved.kind === 'entities'
        ? ofGroup(read, scope, resolved.entityRefs)
        : read),
    };
  }
}

async function addPage(
  fold: ReturnType<typeof foldOverdue>,
  page: OwnedPast[],
  chains: GroupChains,
): Promise<void> {
  for (const past of page) {
    const groups = new Map<string | undefined, string[]>();
    for (const owner of ownersOf(past)) {
      const group = owner === past.now.owner ? past.owningGroup : owner;
      groups.set(owner, group ? await chains.chainOf(group) : []);
    }
    fold.add(past, owner => groups.get(owner) ?? []);
  }
}

/** Who owned an action, now or once. */
function ownersOf({ now, changes }: OwnedPast): Set<string> {
  const before = changes.flatMap(change =>
    change.changes.flatMap(({ path, from }) =>
      path === 'owner' && typeof from === 'string' ? [from] : [],
    ),
  );
  return new Set([...(now.owner ? [now.owner] : []), ...before]);
}

/** The part of one group and its child groups. */
function ofGroup(
  { teams }: Pick<OverdueReport, 'series' | 'teams'>,
  scope: string,
  within: string[],
): Pick<OverdueReport, 'series' | 'teams'> {
  const whole = teams.find(({ team }) => team === scope);
  return {
    series: (whole?.series ?? []).map(({ own: _, ...point }) => point),
    teams: teams.filter(({ team }) => team && within.includes(team)),
  };
}
