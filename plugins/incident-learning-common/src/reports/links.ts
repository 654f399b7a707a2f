import type { IncidentGroup } from '../patterns';
import type { TrendFigures } from './schema';

/** Where the page Learning is mounted, as its notifications take it for granted. */
const ROOT = '/incident-learning';
const DAY_MS = 86_400_000;

type Query = Record<string, string | string[] | undefined>;

/** Addresses of the rows behind a report, in its scope and period. */
export class TrendLinks {
  private readonly place: Query;

  constructor({
    scope,
    from,
    to,
  }: Pick<TrendFigures, 'scope' | 'from' | 'to'>) {
    this.place = {
      scope: scope === 'org' ? undefined : scope,
      from: dayOf(Date.parse(from)),
      // The last day, which the pages count in; the report ends before `to`.
      until: dayOf(Date.parse(to) - 1),
    };
  }

  incidents(query: Query = {}): string {
    return portalPath('incidents', { ...this.place, drill: 'false', ...query });
  }

  group({ signature, category, attackVector }: IncidentGroup): string {
    return this.incidents(
      signature
        ? { signature }
        : {
            category: category ?? 'unknown',
            attackVector: attackVector ?? 'unknown',
          },
    );
  }

  /** The figures of the scope and period, with one of them opened. */
  figure(kpi: string): string {
    return portalPath('overview', { ...this.place, kpi });
  }

  patterns(): string {
    return portalPath('patterns', this.place);
  }

  reviews(): string {
    return portalPath('reviews', { scope: this.place.scope });
  }

  overdueActions(): string {
    return portalPath('actions', { scope: this.place.scope, overdue: 'true' });
  }
}

/** The report's own page. @public */
export function trendReportLink(
  figures: Pick<TrendFigures, 'scope' | 'from' | 'to'>,
): string {
  const { scope, from, to } = figures;
  return portalPath('report', {
    scope: scope === 'org' ? undefined : scope,
    from: dayOf(Date.parse(from)),
    until: dayOf(Date.parse(to) - 1),
  });
}

function dayOf(ms: number): string {
  return new Date(Math.floor(ms / DAY_MS) * DAY_MS).toISOString().slice(0, 10);
}

/** The address of a page of Learning within the portal. */
export function portalPath(path: string, query: Query = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined) {
        params.append(name, item);
      }
    }
  }
  const text = params.toString();
  return `${ROOT}/${path}${text && `?${text}`}`;
}
