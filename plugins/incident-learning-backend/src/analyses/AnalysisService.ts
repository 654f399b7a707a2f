import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  AnalysisRecord,
  AnalysisRecordInput,
  AnalysisRecordPatch,
  analysisSchema,
  reviewUpdatePermission,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { v7 as uuid } from 'uuid';
import type { AccessFilter } from '../access';
import { UnprocessableError, requireRevision } from '../http';
import { canonicalJson, changesBetween } from '../incidents/changes';
import { Call, ReviewGate, requireOpen } from '../reviews/ReviewGate';
import type { StoredReview } from '../reviews/ReviewStore';
import type { Stores } from '../stores';
import { nodeIdsOf } from './nodeIds';

export interface AnalysisServiceOptions {
  stores: Stores;
  gate: ReviewGate;
  nameOf: (credentials: BackstageCredentials) => string;
}

/** The rules of analyses: each belongs to a review and is written as long as that is. */
export class AnalysisService {
  static create(options: AnalysisServiceOptions): AnalysisService {
    return new AnalysisService(options);
  }

  private constructor(private readonly options: AnalysisServiceOptions) {}

  async list(reviewId: string, call: Call): Promise<AnalysisRecord[]> {
    await this.options.gate.load(reviewId, call);
    return this.options.stores.analyses.list(reviewId);
  }

  async create(
    reviewId: string,
    { title, analysis }: AnalysisRecordInput,
    call: Call,
  ): Promise<AnalysisRecord> {
    const { gate, nameOf } = this.options;
    const { access } = await gate.load(reviewId, call, reviewUpdatePermission);
    const now = new Date().toISOString();
    const record: AnalysisRecord = {
      id: uuid(),
      reviewId,
      revision: 1,
      createdAt: now,
      updatedAt: now,
      createdBy: nameOf(call.credentials),
      title,
      analysis: analysisSchema.parse(analysis),
    };
    await this.write(reviewId, access, async (tx, review) => {
      await tx.analyses.insert(record);
      await this.note(tx, review, call, undefined, record);
    });
    return record;
  }

  /**
   * Changes an analysis.
   *
   * @throws PreconditionFailedError with the analysis that stands when somebody else was faster
   * @throws UnprocessableError when it would become one of another kind
   */
  async update(
    id: string,
    revision: number,
    patch: AnalysisRecordPatch,
    call: Call,
  ): Promise<AnalysisRecord> {
    const { reviewId, access } = await this.find(id, call);
    return this.write(reviewId, access, async (tx, review) => {
      const current = await requireAnalysis(tx, id);
      requireRevision('this analysis', current, revision);
      const next = patched(current, patch);
      if (
        canonicalJson(contentOf(next)) === canonicalJson(contentOf(current))
      ) {
        return current;
      }
      await tx.analyses.update(next);
      await unlinkCauses(tx, review, id, nodeIdsOf(next.analysis));
      await this.note(tx, review, call, current, next);
      return next;
    });
  }

  async delete(id: string, revision: number, call: Call): Promise<void> {
    const { reviewId, access } = await this.find(id, call);
    await this.write(reviewId, access, async (tx, review) => {
      const current = await requireAnalysis(tx, id);
      requireRevision('this analysis', current, revision);
      await tx.analyses.delete(id, revision);
      await unlinkCauses(tx, review, id, []);
      await this.note(tx, review, call, current);
    });
  }

  /** @throws NotFoundError also for an analysis of a review that the caller may not know of */
  private async find(id: string, call: Call) {
    const { stores, gate } = this.options;
    const access = await gate.enter(reviewUpdatePermission, call);
    const { reviewId } = await requireAnalysis(stores, id);
    if (!(await stores.reviews.get(reviewId, access))) {
      throw unknownAnalysis(id);
    }
    return { reviewId, access };
  }

  private write<T>(
    reviewId: string,
    access: AccessFilter,
    run: (tx: Stores, review: StoredReview) => Promise<T>,
  ): Promise<T> {
    const { stores, gate } = this.options;
    return stores.transaction(async tx => {
      const review = await gate.relock(tx, reviewId, access);
      requireOpen(review);
      return run(tx, review);
    });
  }

  private async note(
    tx: Stores,
    review: StoredReview,
    { credentials }: Call,
    before?: AnalysisRecord,
    after?: AnalysisRecord,
  ): Promise<void> {
    const path = `analyses.${(before ?? after)?.id}`;
    await tx.history.add({
      reviewId: review.id,
      revision: review.revision,
      at: new Date().toISOString(),
      by: this.options.nameOf(credentials),
      operation: 'updated',
      changes: changesBetween<object>(
        { [path]: before && contentOf(before) },
        { [path]: after && contentOf(after) },
      ),
    });
  }
}

async function requireAnalysis(
  stores: Stores,
  id: string,
): Promise<AnalysisRecord> {
  const analysis = await stores.analyses.get(id);
  if (!analysis) {
    throw unknownAnalysis(id);
  }
  return analysis;
}

function unknownAnalysis(id: string): NotFoundError {
  return new NotFoundError(`There is no analysis ${id}`);
}

function contentOf({ title, analysis }: AnalysisRecord) {
  return { title, analysis };
}

function patched(
  current: AnalysisRecord,
  { title, analysis }: AnalysisRecordPatch,
): AnalysisRecord {
  if (analysis && analysis.kind !== current.analysis.kind) {
    throw new UnprocessableError([
      {
        path: 'analysis.kind',
        message: `is ${analysis.kind}, but this analysis is a ${current.analysis.kind}: add another analysis instead`,
      },
    ]);
  }
  return {
    ...current,
    title: title ?? current.title,
    analysis: analysis ? analysisSchema.parse(analysis) : current.analysis,
    revision: current.revision + 1,
    updatedAt: new Date().toISOString(),
  };
}

/** A root cause outlives the place that it was taken from. */
async function unlinkCauses(
  tx: Stores,
  review: StoredReview,
  analysisId: string,
  nodeIds: string[],
): Promise<void> {
  const { items, revision } = review.rootCauses;
  const isGone = ({ from }: (typeof items)[number]) =>
    from?.analysisId === analysisId && !nodeIds.includes(from.nodeId);
  if (items.some(isGone)) {
    await tx.reviews.saveRootCauses(review.id, {
      revision: revision + 1,
      items: items.map(({ from, ...cause }) =>
        isGone({ from, ...cause }) ? cause : { from, ...cause },
      ),
      updatedAt: new Date().toISOString(),
    });
  }
}
