import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  LESSON_STANDINGS,
  LessonApplication,
  LessonCounts,
  LessonCoverage,
  LessonCoveragePage,
  LessonCoverageQuery,
  LessonStanding,
  countStandings,
  isContainer,
  lessonReadPermission,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { ScopeResolver } from '../../catalog';
import { Cursor, decodeCursor, encodeCursor } from '../../database';
import type { Call, ReviewGate } from '../../reviews/ReviewGate';
import type { Stores } from '../../stores';
import type { LessonService } from '../LessonService';
import type { LessonCoverageStore } from './LessonCoverageStore';

/** As many lessons as are looked at. */
const MAX_LESSONS = 20_000;
/** As many entities as one lesson tells. */
const MAX_ITEMS = 500;
const MAX_OPEN = 50;
const SORT = 'coverage';
/** What asks for a word comes first. */
const ORDER = [...LESSON_STANDINGS].reverse();

export interface LessonCoverageServiceOptions {
  store: LessonCoverageStore;
  stores: Stores;
  gate: ReviewGate;
  lessons: LessonService;
  scopes: ScopeResolver;
}

/** How one lesson stands where it applies. */
interface Covered {
  id: string;
  counts: LessonCounts;
  standings: Map<string, LessonStanding>;
}

/** How far lessons have travelled. */
export class LessonCoverageService {
  static create(options: LessonCoverageServiceOptions): LessonCoverageService {
    return new LessonCoverageService(options);
  }

  private constructor(private readonly options: LessonCoverageServiceOptions) {}

  /** @throws NotFoundError also for a lesson that the caller may not know of */
  async of(lessonId: string, call: Call): Promise<LessonCoverage> {
    const { lessons, gate, stores } = this.options;
    const { appliesTo } = await lessons.get(lessonId, call);
    const marks = await stores.applications.ofLesson(
      lessonId,
      await gate.readable(call),
    );
    const at = new Map(marks.map(mark => [mark.entityRef, mark]));
    const parts = await this.partsOf(appliesTo, call.credentials);
    const standings = merged(
      appliesTo.flatMap(ref => parts.get(ref) ?? []),
      marks,
    );
    const items = [...standings]
      .map(([entityRef, standing]) => ({
        entityRef,
        standing,
        application: at.get(entityRef) as LessonApplication | undefined,
      }))
      .sort(
        (a, b) =>
          ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing) ||
          a.entityRef.localeCompare(b.entityRef, 'en-US'),
      );
    return {
      lessonId,
      ...countStandings([...standings.values()]),
      items: items.slice(0, MAX_ITEMS),
    };
  }

  /** The lessons with an entity of the scope to apply them to, the least covered first. */
  async overview(
    { scope, lesson, limit, cursor }: LessonCoverageQuery,
    call: Call,
  ): Promise<LessonCoveragePage> {
    const { store, gate } = this.options;
    const access = await gate.enter(lessonReadPermission, call);
    const found = await store.inForce(access, {
      ids: lesson,
      limit: MAX_LESSONS + 1,
    });
    const ids = found.slice(0, MAX_LESSONS);
    const { covered, withoutEntities } = await this.cover(ids, scope, call);
    const after = cursor ? decodeCursor(cursor, SORT) : undefined;
    const rest = after
      ? covered.filter(one => compare(one, placeOf(after)) > 0)
      : covered;
    const page = rest.slice(0, limit);
    const lessons = await store.read(
      page.map(({ id }) => id),
      access,
    );
    const last = page.at(-1);
    return {
      items: page.flatMap(({ id, counts, standings }) => {
        const of = lessons.get(id);
        return of
          ? [{ lesson: of, ...counts, openRefs: openOf(standings) }]
          : [];
      }),
      nextCursor:
        last && rest.length > page.length
          ? encodeCursor({ sort: SORT, ...cursorOf(last) })
          : undefined,
      totalItems: covered.length,
      total: countStandings(
        covered.flatMap(({ standings }) => [...standings.values()]),
      ),
      withoutEntities,
      truncated: found.length > MAX_LESSONS,
    };
  }

  private async cover(
    ids: string[],
    scope: string,
    { credentials }: Call,
  ): Promise<{ covered: Covered[]; withoutEntities: number }> {
    const { store, scopes } = this.options;
    const resolved = await scopes.resolve(scope, credentials);
    const within =
      resolved.kind === 'entities' ? new Set(resolved.entityRefs) : undefined;
    const targets = groupBy(await store.targets(ids));
    const marks = groupBy(await store.marks(ids));
    const parts = await this.partsOf(
      [...targets.values()].flat().map(({ entityRef }) => entityRef),
      credentials,
    );
    const covered: Covered[] = [];
    let withoutEntities = 0;
    for (const id of ids) {
      const refs = (targets.get(id) ?? []).flatMap(
        ({ entityRef }) => parts.get(entityRef) ?? [],
      );
      const all = merged(refs, marks.get(id) ?? []);
      const standings = within
        ? new Map([...all].filter(([ref]) => within.has(ref)))
        : all;
      if (all.size === 0) {
        withoutEntities++;
      } else if (standings.size > 0) {
        const counts = countStandings([...standings.values()]);
        covered.push({ id, counts, standings });
      }
    }
    covered.sort((a, b) => compare(a, b));
    return { covered, withoutEntities };
  }

  /** The entities behind each ref: of a team, system or domain its components, of anything else itself. */
  private async partsOf(
    refs: string[],
    credentials: BackstageCredentials,
  ): Promise<Map<string, string[]>> {
    const parts = new Map<string, string[]>();
    for (const ref of new Set(refs)) {
      parts.set(
        ref,
        isContainer(ref) ? await this.components(ref, credentials) : [ref],
      );
    }
    return parts;
  }

  private async components(
    ref: string,
    credentials: BackstageCredentials,
  ): Promise<string[]> {
    const scope = await this.options.scopes.resolve(ref, credentials);
    const components =
      scope.kind === 'entities'
        ? scope.entityRefs.filter(
            part => parseEntityRef(part).kind === 'component',
          )
        : [];
    // What has none, or is not in the catalog, is not lost.
    return components.length > 0 ? components : [ref];
  }
}

function merged(
  refs: string[],
  marks: { entityRef: string; standing: LessonStanding }[],
): Map<string, LessonStanding> {
  const standings = new Map<string, LessonStanding>(
    refs.map(ref => [ref, 'open']),
  );
  for (const { entityRef, standing } of marks) {
    // A mark that was taken back leaves nothing where the lesson was never said to apply.
    if (standing !== 'open' || standings.has(entityRef)) {
      standings.set(entityRef, standing);
    }
  }
  return standings;
}

/** What the order of the overview goes by. */
interface Place {
  id: string;
  counts: Pick<LessonCounts, 'coverage' | 'open'>;
}

/** The least covered first; of these the one that is open at most entities, then the latest. */
function compare(a: Place, b: Place): number {
  return (
    rankOf(a) - rankOf(b) ||
    b.counts.open - a.counts.open ||
    (a.id < b.id ? 1 : Number(a.id !== b.id) * -1)
  );
}

/** Where nothing applies there is nothing left to do. */
function rankOf({ counts }: Place): number {
  return counts.coverage ?? 2;
}

function cursorOf(last: Place): { value: string; id: string } {
  return { value: `${rankOf(last)} ${last.counts.open}`, id: last.id };
}

function placeOf({ value, id }: Cursor): Place {
  const [coverage, open] = String(value).split(' ').map(Number);
  return { id, counts: { coverage, open } };
}

function openOf(standings: Map<string, LessonStanding>): string[] {
  return [...standings]
    .flatMap(([ref, standing]) => (standing === 'open' ? [ref] : []))
    .sort()
    .slice(0, MAX_OPEN);
}

function groupBy<T extends { lessonId: string }>(rows: T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.lessonId);
    if (group) {
      group.push(row);
    } else {
      groups.set(row.lessonId, [row]);
    }
  }
  return groups;
}
