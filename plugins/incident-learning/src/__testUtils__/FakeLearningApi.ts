import {
  FeedbackInput,
  FeedbackSummary,
  IncidentLearningApi,
  Missing,
  Page,
  Report,
  Review,
  ReviewChange,
  ReviewInput,
  ReviewMarkOfIncident,
  ReviewPatch,
  ReviewQuery,
  ReviewState,
  ReviewSummary,
  ReviewTemplate,
  RootCause,
  STANDARD_TEMPLATE,
  feedbackInputSchema,
  missingForTransition,
  reviewInputSchema,
  reviewPatchSchema,
  reviewQuerySchema,
  rootCausesInputSchema,
  sectionInputSchema,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { FakeScores } from './FakeScores';
import { merge } from './incidentContent';
import { responseError } from './responseError';
import {
  ReviewWork,
  SAMPLE_USER,
  StoredReview,
  contextOf,
  feedbackOf,
  isOpen,
  matches,
  newReview,
  reportOf,
  summaryOf,
  withDuties,
} from './ReviewMemory';

/** The whole backend in memory, reviews and all. Ids of reviews are `review-1` and on. */
export class FakeLearningApi extends FakeScores implements IncidentLearningApi {
  private readonly reviews = new Map<string, StoredReview>();

  async listReviews(query: Partial<ReviewQuery>): Promise<Page<ReviewSummary>> {
    const q = await this.parse(reviewQuerySchema, query);
    const all = [...this.reviews.values()].reverse();
    const inScope = q.scope && (await this.listIncidents({ scope: q.scope }));
    const found = all
      .map(({ review, answers }) => withDuties(review, answers))
      .filter(review => matches(review, q, this.now))
      .filter(
        ({ incidentIds }) =>
          !inScope || inScope.items.some(({ id }) => incidentIds.includes(id)),
      );
    const start = Number(q.cursor ?? 0);
    const end = start + q.limit;
    return {
      items: found.slice(start, end).map(summaryOf),
      nextCursor: end < found.length ? String(end) : undefined,
      totalItems: q.total ? found.length : undefined,
    };
  }

  async getReview(id: string): Promise<Review> {
    const { review, answers } = await this.stored(id);
    return withDuties(review, answers);
  }

  async createReview(input: ReviewInput): Promise<Review> {
    const parsed = await this.parse(reviewInputSchema, input);
    const incident = await this.require(parsed.incidentIds[0]);
    const taken = [...this.reviews.values()].find(
      ({ review }) =>
        isOpen(review.state) &&
        review.incidentIds.some(id => parsed.incidentIds.includes(id)),
    );
    if (taken) {
      throw await responseError(
        409,
        'ConflictError',
        `The incident is in the open review “${taken.review.title}” already`,
      );
    }
    const id = `review-${this.reviews.size + 1}`;
    const review = newReview(id, parsed, incident, this.now);
    this.reviews.set(id, { review, answers: [], reports: [] });
    return review;
  }

  async updateReview(
    id: string,
    revision: number,
    patch: ReviewPatch,
  ): Promise<Review> {
    const parsed = await this.parse(reviewPatchSchema, patch);
    const { review } = await this.stored(id);
    await this.check(review, revision);
    return this.change(id, {
      ...(merge(review, parsed) as Review),
      revision: revision + 1,
    });
  }

  async listReviewTemplates(): Promise<ReviewTemplate[]> {
    await this.failIfAsked();
    return [STANDARD_TEMPLATE];
  }

  async getReviewMarks(incidentIds: string[]): Promise<ReviewMarkOfIncident[]> {
    await this.failIfAsked();
    return incidentIds.map(incidentId => {
      const own = [...this.reviews.values()]
        .map(({ review }) => review)
        .filter(review => review.incidentIds.includes(incidentId));
      const open = own.find(({ state }) => isOpen(state));
      const published = own.find(({ publishedVersion }) => publishedVersion);
      const review = open ?? published;
      const mark = open ? 'in-review' : 'published';
      return {
        incidentId,
        mark: review ? mark : 'needs-review',
        reviewId: review?.id,
      };
    });
  }

  async saveReviewSection(
    id: string,
    section: string,
    revision: number,
    text: string,
  ): Promise<Review> {
    const parsed = await this.parse(sectionInputSchema, { text });
    const { review } = await this.stored(id);
    const current = review.sections.find(s => s.id === section)!;
    await this.check(current, revision);
    return this.change(id, {
      ...review,
      sections: review.sections.map(s =>
        s === current
          ? {
              ...s,
              text: parsed.text,
              revision: revision + 1,
              updatedBy: SAMPLE_USER,
            }
          : s,
      ),
    });
  }

  async saveRootCauses(
    id: string,
    revision: number,
    items: RootCause[],
  ): Promise<Review> {
    const parsed = await this.parse(rootCausesInputSchema, { items });
    const { review } = await this.stored(id);
    await this.check(review.rootCauses, revision);
    return this.change(id, {
      ...review,
      rootCauses: { revision: revision + 1, items: parsed.items },
    });
  }

  async getMissing(id: string, to: ReviewState): Promise<Missing[]> {
    const { review } = await this.stored(id);
    return missingForTransition(to, contextOf(review, await this.work(review)));
  }

  async moveReview(
    id: string,
    { to, reason }: { to: ReviewState; reason?: string },
  ): Promise<Review> {
    const stored = await this.stored(id);
    const { review } = stored;
    const work = await this.work(review);
    const problems = missingForTransition(to, contextOf(review, work, reason));
    if (problems.length > 0) {
      throw await responseError(
        422,
        'UnprocessableError',
        problems.map(({ path, message }) => `${path} ${message}`).join('; '),
        { problems },
      );
    }
    const next: Review = {
      ...review,
      state: to,
      revision: review.revision + 1,
    };
    if (to === 'published') {
      const report = reportOf(review, work, this.now);
      stored.reports.push(report);
      next.publishedAt = this.now;
      next.publishedVersion = report.version;
      next.amendReason = undefined;
    } else if (to === 'cancelled') {
      next.cancelReason = reason;
    } else if (review.state === 'published') {
      next.amendReason = reason;
    }
    return this.change(id, next);
  }

  async getReviewHistory(): Promise<ReviewChange[]> {
    await this.failIfAsked();
    return [];
  }

  async getFeedback(id: string): Promise<FeedbackSummary> {
    return feedbackOf(await this.stored(id));
  }

  async giveFeedback(
    id: string,
    feedback: FeedbackInput,
    by = SAMPLE_USER,
  ): Promise<FeedbackSummary> {
    const { answers, anonymous } = await this.parse(
      feedbackInputSchema,
      feedback,
    );
    const stored = await this.stored(id);
    stored.answers = [
      ...stored.answers.filter(answer => answer.by !== by),
      { by, anonymous, answers },
    ];
    return feedbackOf(stored);
  }

  async getReport(id: string, version?: number): Promise<Report> {
    const { reports } = await this.stored(id);
    const report = version ? reports[version - 1] : reports[reports.length - 1];
    if (!report) {
      throw await responseError(404, 'NotFoundError', 'No such report');
    }
    return report;
  }

  async exportReport(
    id: string,
    options: { format: 'markdown' | 'html'; version?: number },
  ): Promise<string> {
    const { title } = await this.getReport(id, options.version);
    return options.format === 'html' ? `<h1>${title}</h1>` : `# ${title}\n`;
  }

  private async stored(id: string): Promise<StoredReview> {
    await this.failIfAsked();
    const stored = this.reviews.get(id);
    if (!stored) {
      throw await responseError(404, 'NotFoundError', `No review ${id}`);
    }
    return stored;
  }

  private change(id: string, review: Review): Review {
    const stored = this.reviews.get(id)!;
    stored.review = review;
    return withDuties(review, stored.answers);
  }

  private async check(current: { revision: number }, revision: number) {
    if (current.revision !== revision) {
      throw await this.stale(current);
    }
  }

  private async work(review: Review): Promise<ReviewWork> {
    return {
      incidents: await Promise.all(
        review.incidentIds.map(id => this.require(id)),
      ),
      analyses: await this.listAnalyses(review.id),
      lessons: (await this.listLessons({ review: review.id })).items,
      actions: (await this.listActions({ review: review.id })).items,
    };
  }
}
