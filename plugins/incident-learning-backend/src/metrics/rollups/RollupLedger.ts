import type { AnyMetricKpi } from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { isPostgres, whereAny } from '../../database';
import { RollupDelta } from './RollupDelta';
import { applyDelta } from './applyDelta';
import {
  FactRules,
  NewIncidentRow,
  RollupSubject,
  incidentSubjects,
  newSubject,
  publicationSubjects,
  rolledUpReviews,
} from './rollupSubjects';
import {
  STATUS_ID,
  lockForWriting,
  statusOf,
  writeChange,
} from './rollupTables';

export interface RollupRules extends FactRules {
  kpis: readonly AnyMetricKpi[];
  /** Of all that the rollups rest on: rollups of another one are no use. */
  fingerprint: string;
}

/** An incident whose being a repeat was changed by a write to another one. */
export interface RepeatFlip {
  id: string;
  before: boolean;
  after: boolean;
}

interface Known {
  /** As it counted before the transaction. */
  before: RollupSubject | undefined;
  /** Whether the incident itself is written to, rather than one of its reviews. */
  written: boolean;
}

/**
 * What one transaction does to the rollups: it remembers what counted before each write, and at the end brings the
 * rollups in step, all at once.
 *
 * Two transactions never both count the same change, since each counts only what nobody else can change meanwhile. The
 * rows of incidents that are written to, or whose review is published, are locked; whether an incident is a repeat is
 * protected by the lock of its signature. Rows are locked before signatures.
 */
export class RollupLedger {
  private readonly incidents = new Map<string, Known>();
  private readonly reviews = new Map<string, RollupSubject | undefined>();
  private readonly flips = new Map<string, boolean>();
  /** What the transaction has made and not touched since; it need not be read again. */
  private readonly made = new Map<string, RollupSubject | undefined>();
  private besides = false;

  constructor(
    private readonly trx: Knex,
    private readonly rules: RollupRules,
  ) {}

  /** Incidents that the transaction has made, before it is known what they repeat. */
  created(incidents: { row: NewIncidentRow; entityRefs: string[] }[]): void {
    for (const { row, entityRefs } of incidents) {
      const subject = newSubject(row, entityRefs, this.rules);
      this.made.set(row.id, subject);
      this.besides ||= !subject;
    }
  }

  /**
   * Something may change on which figures rest besides the rollups: an action, a restricted incident, or who may know of
   * one.
   */
  changesBesides(): void {
    this.besides = true;
  }

  /** Lets other writers of incidents, and of what shares a review with them, wait. To be called before all else. */
  async lock(ids: string[]): Promise<void> {
    const linked = await this.incidentsOf(await this.reviewsOf(ids));
    await this.lockRows([...ids, ...linked]);
  }

  /** To be called before a write to incidents, once they and their signatures are locked. */
  async before(ids: string[]): Promise<void> {
    // An action belongs to what its incidents do.
    this.changesBesides();
    this.touch(ids);
    const fresh = ids.filter(id => !this.incidents.get(id)?.written);
    if (fresh.length === 0) {
      return;
    }
    const reviews = (await this.reviewsOf(fresh)).filter(
      id => !this.reviews.has(id),
    );
    const now = await this.load(fresh, reviews);
    reviews.forEach(id => this.reviews.set(id, now.reviews.get(id)));
    for (const id of fresh) {
      const repeat = this.flips.get(id);
      const before = withRepeat(now.incidents.get(id), repeat);
      this.incidents.set(id, {
        before: withReview(before, this.incidents.get(id)?.before),
        written: true,
      });
      this.flips.delete(id);
    }
  }

  /**
   * To be called before a report or a lesson of reviews is published or changed, or they change their incidents. Several
   * at once are locked in one order.
   */
  async beforeReviews(
    ids: string[],
    incidentIds: string[] = [],
  ): Promise<void> {
    const linked = await this.incidentsOf(ids);
    this.touch([...incidentIds, ...linked]);
    const incidents = [...new Set([...incidentIds, ...linked])].filter(
      incidentId => !this.incidents.has(incidentId),
    );
    await this.lockRows(incidents);
    const reviews = ids.filter(id => !this.reviews.has(id));
    const now = await this.load(incidents, reviews);
    reviews.forEach(id => this.reviews.set(id, now.reviews.get(id)));
    for (const incidentId of incidents) {
      const before = now.incidents.get(incidentId);
      this.incidents.set(incidentId, { before, written: false });
    }
  }

  /** Incidents that repeat another one now, or none any more. */
  flipped(flips: RepeatFlip[]): void {
    for (const { id, before, after } of flips) {
      if (this.made.has(id)) {
        this.made.set(id, withRepeat(this.made.get(id), after));
      } else if (!this.incidents.get(id)?.written && !this.flips.has(id)) {
        this.flips.set(id, before);
      }
    }
  }

  /** Brings the rollups in step; the last that a transaction does. */
  async finish(): Promise<void> {
    await this.bringInStep(await this.delta());
    if (this.besides) {
      await writeChange(this.trx);
    }
  }

  private async bringInStep(delta: RollupDelta): Promise<void> {
    if (delta.rows.length === 0) {
      return;
    }
    await lockForWriting(this.trx);
    const status = await statusOf(this.trx);
    if (!status || status.state === 'stale') {
      return;
    }
    if (status.fingerprint !== this.rules.fingerprint) {
      // A replica of another configuration keeps them: it is not to believe that they are in step.
      await this.markStale();
      return;
    }
    const builtTo =
      status.state === 'ready' ? undefined : Number(status.built_to);
    try {
      await applyDelta(this.trx, delta.before(builtTo), this.rules.kpis);
    } catch (error) {
      if (!(error instanceof RangeError)) {
        throw error;
      }
      // What is wrong in the rollups must not keep anybody from writing: they are built anew.
      await this.markStale();
    }
  }

  private touch(ids: string[]): void {
    for (const id of ids) {
      if (this.made.delete(id)) {
        this.incidents.set(id, { before: undefined, written: true });
      }
    }
  }

  private async markStale(): Promise<void> {
    await this.trx('metric_rollup_status')
      .where({ id: STATUS_ID })
      .update({ state: 'stale', since: Date.now() });
  }

  private async delta(): Promise<RollupDelta> {
    const delta = new RollupDelta(this.rules.calendar);
    const ids = new Set([...this.incidents.keys(), ...this.flips.keys()]);
    const now = await this.load([...ids], [...this.reviews.keys()]);
    for (const id of ids) {
      const after = now.incidents.get(id);
      const known = this.incidents.get(id);
      this.besides ||= !after;
      delta.change(
        known?.written
          ? known.before
          : withRepeat(withReview(after, known?.before), this.flips.get(id)),
        after,
      );
    }
    this.made.forEach(subject => delta.change(undefined, subject));
    for (const [id, before] of this.reviews) {
      delta.change(before, now.reviews.get(id));
    }
    return delta;
  }

  /** Published reviews of incidents. */
  private async reviewsOf(incidentIds: string[]): Promise<string[]> {
    const query = this.trx('review_incidents')
      .join('reviews', 'reviews.id', 'review_incidents.review_id')
      .whereNotNull('reviews.published_version')
      .distinct('review_incidents.review_id as id');
    whereAny(query, 'review_incidents.incident_id', incidentIds);
    const rows: { id: string }[] = await query;
    return rows.map(({ id }) => id);
  }

  private async incidentsOf(reviewIds: string[]): Promise<string[]> {
    if (reviewIds.length === 0) {
      return [];
    }
    const query = this.trx('review_incidents').distinct('incident_id as id');
    whereAny(query, 'review_id', reviewIds);
    const rows: { id: string }[] = await query;
    return rows.map(({ id }) => id);
  }

  private async lockRows(incidentIds: string[]): Promise<void> {
    if (isPostgres(this.trx) && incidentIds.length > 0) {
      const query = this.trx('incidents').orderBy('id').select('id');
      whereAny(query, 'id', incidentIds);
      await query.forNoKeyUpdate();
    }
  }

  private async load(incidentIds: string[], reviewIds: string[]) {
    const incidents = this.trx('incidents');
    whereAny(incidents, 'incidents.id', incidentIds);
    const reviews = rolledUpReviews(this.trx);
    whereAny(reviews, 'review_reports.review_id', reviewIds);
    const { rules } = this;
    return {
      incidents: byId(
        incidentIds.length > 0
          ? await incidentSubjects(this.trx, incidents, rules)
          : [],
      ),
      reviews: byId(
        reviewIds.length > 0
          ? await publicationSubjects(this.trx, reviews, rules)
          : [],
      ),
    };
  }
}

function byId(subjects: RollupSubject[]): Map<string, RollupSubject> {
  return new Map(subjects.map(subject => [subject.id, subject]));
}

function withRepeat(
  subject: RollupSubject | undefined,
  repeat: boolean | undefined,
): RollupSubject | undefined {
  return subject?.kind === 'incident' && repeat !== undefined
    ? { ...subject, fact: { ...subject.fact, repeat } }
    : subject;
}

/** As it is, but for what reviews made of it before. */
function withReview(
  subject: RollupSubject | undefined,
  before: RollupSubject | undefined,
): RollupSubject | undefined {
  return subject?.kind === 'incident' && before?.kind === 'incident'
    ? {
        ...subject,
        fact: { ...subject.fact, review: before.fact.review },
        lesson: before.lesson,
      }
    : subject;
}
