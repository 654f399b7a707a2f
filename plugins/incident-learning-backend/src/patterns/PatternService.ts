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
import { periodOfQuery } from '../http';
import type { MetricsSelection } from '../metrics';
import type { FoundGroup, PatternStore } from './PatternStore';

/** As many groups of a kind as one answer holds. */
const MAX_GROUPS = 50;

interface Call {
  credentials: BackstageCredentials;
}

export interface PatternServiceOptions {
  store: PatternStore;
  access: IncidentAccess;
  scopes: ScopeResolver;
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
    const { store, access, scopes, now = Date.now } = this.options;
    const { credentials } = call;
    const period = periodOfQuery(query, now(), this.options.defaultPeriodMs);
    const selection = {
      period,
      access: await access.readable(credentials),
      scope: await scopes.resolve(query.scope, credentials),
    };
    const totals = await store.totals(selection);
    const signatures = await store.groups(selection, 'signature');
    const patterns = await store.groups(selection, 'pattern');
    const lessons = await this.lessons(selection, call);
    const complete = (groups: FoundGroup[]) =>
      this.complete(groups.slice(0, MAX_GROUPS), selection, lessons);
    return {
      scope: query.scope,
      from: new Date(period.from).toISOString(),
      to: new Date(period.to).toISOString(),
      ...totals,
      signatures: await complete(signatures),
      signatureCount: signatures.length,
      patterns: await complete(patterns),
      patternCount: patterns.length,
    };
  }

  private async complete(
    groups: FoundGroup[],
    selection: MetricsSelection,
    lessons: PublishedLesson[],
  ): Promise<IncidentGroup[]> {
    const details = await this.options.store.details(selection, groups);
    return groups.map(({ key, ...group }, index) => {
      const all = { ...group, ...details[index] };
      return { ...all, ...lessonsOfGroup(all, lessons) };
    });
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
