import { setImmediate } from 'timers/promises';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  IncidentGroup,
  Patterns,
  PatternsQuery,
  PublishedLesson,
  lessonReadPermission,
  lessonsOfGroup,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { IncidentAccess } from '../access';
import type { ScopeResolver } from '../catalog';
import type { ReadAll } from '../database';
import { periodOfQuery } from '../http';
import type { MetricsSelection } from '../metrics';
import type { GroupKind, PatternStore } from './PatternStore';

/** As many groups of a kind as one answer holds. */
const MAX_GROUPS = 50;

interface Call {
  credentials: BackstageCredentials;
}

/** A group before lessons are looked for. */
type Unlearned = Omit<IncidentGroup, 'lessons'>;

export interface PatternServiceOptions {
  store: PatternStore;
  access: IncidentAccess;
  scopes: ScopeResolver;
  readAll: ReadAll;
  /** How long a period is whose start is not said. */
  defaultPeriodMs?: number;
  /** Epoch milliseconds. */
  now?: () => number;
}

/** Finds what keeps happening, among the incidents that the caller may read. */
export class PatternService {
  static create(options: PatternServiceOptions): PatternService {
    return new PatternService(options);
  }

  private constructor(private readonly options: PatternServiceOptions) {}

  /** @throws InputError when the period ends before it starts */
  async getPatterns(query: PatternsQuery, call: Call): Promise<Patterns> {
    const { store, access, scopes, readAll, now = Date.now } = this.options;
    const { credentials } = call;
    const period = periodOfQuery(query, now(), this.options.defaultPeriodMs);
    const selection = {
      period,
      access: await access.readable(credentials),
      scope: await scopes.resolve(query.scope, credentials),
    };
    const { totals, lessons, ...found } = await readAll({
      totals: () => store.totals(selection),
      signatures: () => this.groups(selection, 'signature'),
      patterns: () => this.groups(selection, 'pattern'),
      lessons: () => this.lessons(selection, call),
    });
    return {
      scope: query.scope,
      from: new Date(period.from).toISOString(),
      to: new Date(period.to).toISOString(),
      ...totals,
      signatures: await withLessons(found.signatures.groups, lessons),
      signatureCount: found.signatures.count,
      patterns: await withLessons(found.patterns.groups, lessons),
      patternCount: found.patterns.count,
    };
  }

  private async groups(
    selection: MetricsSelection,
    kind: GroupKind,
  ): Promise<{ groups: Unlearned[]; count: number }> {
    const { store } = this.options;
    const { groups, count } = await store.groups(selection, kind, MAX_GROUPS);
    const details = await store.details(selection, groups);
    return {
      groups: groups.map(({ key: _, kind: __, ...group }, index) => ({
        ...group,
        ...details[index],
      })),
      count,
    };
  }

  /** None for somebody who may not read lessons. */
  private async lessons(
    { access }: MetricsSelection,
    { credentials }: Call,
  ): Promise<PublishedLesson[]> {
    try {
      await this.options.access.decide(lessonReadPermission, credentials);
    } catch (error) {
      if (error instanceof NotAllowedError) {
        return [];
      }
      throw error;
    }
    return this.options.store.lessons(access);
  }
}

/** Lessons are many: others have their turn after each group. */
async function withLessons(
  groups: Unlearned[],
  lessons: PublishedLesson[],
): Promise<IncidentGroup[]> {
  const learned: IncidentGroup[] = [];
  for (const group of groups) {
    learned.push({ ...group, ...lessonsOfGroup(group, lessons) });
    await setImmediate();
  }
  return learned;
}
