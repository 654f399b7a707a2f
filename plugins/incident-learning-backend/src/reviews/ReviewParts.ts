import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  AnalysisRecord,
  ReviewSection,
  RootCause,
  reviewUpdatePermission,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { nodeIdsOf } from '../analyses';
import { FieldProblem, UnprocessableError, requireRevision } from '../http';
import { changesBetween } from '../incidents/changes';
import type { Stores } from '../stores';
import { Call, ReviewGate, requireOpen } from './ReviewGate';
import type { StoredReview } from './ReviewStore';

export interface ReviewPartsOptions {
  stores: Stores;
  gate: ReviewGate;
  nameOf: (credentials: BackstageCredentials) => string;
}

/** The parts of a review, each with a revision of its own: who writes one part is never in the way of another. */
export class ReviewParts {
  static create(options: ReviewPartsOptions): ReviewParts {
    return new ReviewParts(options);
  }

  private constructor(private readonly options: ReviewPartsOptions) {}

  /**
   * Saves a section.
   *
   * @param revision - the section's own that the text is based on
   * @throws PreconditionFailedError with the section that stands when somebody else was faster
   */
  async saveSection(
    id: string,
    sectionId: string,
    { revision, text }: { revision: number; text: string },
    call: Call,
  ): Promise<void> {
    await this.write(id, call, async (tx, review, at) => {
      const section = requireSection(review, sectionId);
      if (section.text === text) {
        return undefined;
      }
      requireRevision('this section', section, revision);
      await tx.reviews.saveSection(id, {
        id: sectionId,
        text,
        revision: revision + 1,
        updatedAt: at,
        updatedBy: this.options.nameOf(call.credentials),
      });
      return changesBetween<object>(
        { [`sections.${sectionId}`]: section.text },
        { [`sections.${sectionId}`]: text },
      );
    });
  }

  /**
   * Saves all root causes.
   *
   * @param revision - of the root causes that these are based on
   * @throws UnprocessableError when an id is used twice, or a cause was taken from a node that does not exist
   */
  async saveRootCauses(
    id: string,
    { revision, items }: { revision: number; items: RootCause[] },
    call: Call,
  ): Promise<void> {
    await this.write(id, call, async (tx, review, at) => {
      const { rootCauses } = review;
      const changes = changesBetween<object>(
        { rootCauses: rootCauses.items },
        { rootCauses: items },
      );
      if (changes.length === 0) {
        return undefined;
      }
      requireRevision('the root causes', rootCauses, revision);
      const problems = problemsOf(items, await tx.analyses.list(id));
      if (problems.length > 0) {
        throw new UnprocessableError(problems);
      }
      await tx.reviews.saveRootCauses(id, {
        revision: revision + 1,
        items,
        updatedAt: at,
      });
      return changes;
    });
  }

  private async write(
    id: string,
    call: Call,
    run: (
      tx: Stores,
      review: StoredReview,
      at: string,
    ) => Promise<ReturnType<typeof changesBetween> | undefined>,
  ): Promise<void> {
    const { stores, gate, nameOf } = this.options;
    const { access } = await gate.load(id, call, reviewUpdatePermission);
    await stores.transaction(async tx => {
      const review = await gate.relock(tx, id, access);
      requireOpen(review);
      const at = new Date().toISOString();
      const changes = await run(tx, review, at);
      if (changes) {
        await tx.history.add({
          reviewId: id,
          revision: review.revision,
          at,
          by: nameOf(call.credentials),
          operation: 'updated',
          changes,
        });
      }
    });
  }
}

function requireSection(review: StoredReview, id: string): ReviewSection {
  const section = review.sections.find(candidate => candidate.id === id);
  if (!section) {
    throw new NotFoundError(
      `This review has no section ${id}: its template “${
        review.template.title
      }” has ${review.sections.map(({ id: known }) => known).join(', ')}`,
    );
  }
  return section;
}

function problemsOf(
  items: RootCause[],
  analyses: AnalysisRecord[],
): FieldProblem[] {
  const nodes = new Map(
    analyses.map(({ id, analysis }) => [id, new Set(nodeIdsOf(analysis))]),
  );
  const seen = new Set<string>();
  return items.flatMap(({ id, from }, index) => {
    const problems: FieldProblem[] = [];
    if (seen.has(id)) {
      problems.push({
        path: `items.${index}.id`,
        message: `is used more than once (${id}): give each cause an id of its own`,
      });
    }
    seen.add(id);
    if (from && !nodes.get(from.analysisId)?.has(from.nodeId)) {
      problems.push({
        path: `items.${index}.from`,
        message:
          'points at no node of an analysis of this review: save the analysis first, or leave this out',
      });
    }
    return problems;
  });
}
