import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  Page,
  Review,
  ReviewChange,
  ReviewDuty,
  ReviewInput,
  ReviewMarkOfIncident,
  ReviewPatch,
  ReviewQuery,
  ReviewSummary,
  ReviewTemplate,
  reviewCreatePermission,
  reviewReadPermission,
  reviewUpdatePermission,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { AccessFilter, Identity, IdentityOf } from '../access';
import type { ScopeResolver } from '../catalog';
import { UnprocessableError, requireRevision } from '../http';
import type { Stores } from '../stores';
import type { ReviewDrafts } from './ReviewDrafts';
import { Call, ReviewGate, isOpen, requireOpen } from './ReviewGate';
import type { ReviewPeople } from './ReviewPeople';
import type { StoredReview } from './ReviewStore';
import type { FeedbackRequests } from './feedback';
import { marksOf } from './marks';
import { takingIncidents } from './openIncidents';
import { applyPatch, requireMayLetIn } from './reviewPatch';
import type { ReviewRecord } from './reviewRows';
import type { ReviewSettings } from './reviewSettings';

export interface ReviewServiceOptions {
  stores: Stores;
  gate: ReviewGate;
  scopes: ScopeResolver;
  drafts: ReviewDrafts;
  people: ReviewPeople;
  requests: FeedbackRequests;
  settings: ReviewSettings;
  identityOf: IdentityOf;
  nameOf: (credentials: BackstageCredentials) => string;
}

/** What a review is about, who takes part and when. Its parts and its life are beside. */
export class ReviewService {
  static create(options: ReviewServiceOptions): ReviewService {
    return new ReviewService(options);
  }

  private constructor(private readonly options: ReviewServiceOptions) {}

  get templates(): ReviewTemplate[] {
    return this.options.settings.templates;
  }

  async list(
    { limit, cursor, total, ...filter }: ReviewQuery,
    call: Call,
  ): Promise<Page<ReviewSummary>> {
    const { stores, gate, scopes, identityOf } = this.options;
    const { credentials } = call;
    const identity = await identityOf(credentials);
    const owned = await Promise.all(
      (filter.owner ?? []).map(ref => scopes.resolve(ref, credentials)),
    );
    const page = await stores.reviews.list(
      {
        filter,
        access: await gate.enter(reviewReadPermission, call),
        scope: await scopes.resolve(filter.scope ?? 'org', credentials),
        ownedRefs: owned.flatMap(scope =>
          scope.kind === 'entities' ? scope.entityRefs : [],
        ),
        identity,
        now: Date.now(),
      },
      { limit, cursor, total },
    );
    const dutiesOf = await this.duties(page.items, identity);
    return {
      ...page,
      items: page.items.map(item => ({
        ...item,
        waitsForMe: dutiesOf(item),
      })),
    };
  }

  /** @throws NotFoundError also for a review that the caller may not know of */
  async get(id: string, call: Call): Promise<Review> {
    const { gate, identityOf } = this.options;
    const { review } = await gate.load(id, call);
    const identity = await identityOf(call.credentials);
    const dutiesOf = await this.duties([review], identity);
    return { ...shownTo(identity, review), waitsForMe: dutiesOf(review) };
  }

  async history(id: string, call: Call): Promise<ReviewChange[]> {
    const { review } = await this.options.gate.load(id, call);
    return [
      ...(await this.options.stores.history.list(id)),
      {
        id,
        reviewId: id,
        revision: 1,
        at: review.createdAt,
        by: review.createdBy,
        operation: 'created',
        changes: [],
      },
    ];
  }

  /** Where those of the incidents that the caller may read stand with their reviews. */
  async marks(
    incidentIds: string[],
    call: Call,
  ): Promise<ReviewMarkOfIncident[]> {
    const { stores, gate, settings } = this.options;
    const access = await gate.enter(reviewReadPermission, call);
    const incidents = await stores.reviews.findIncidents(incidentIds, access);
    const reviews = await stores.needs.reviewsOf(incidents.map(({ id }) => id));
    return marksOf(incidents, reviews, settings);
  }

  /**
   * @throws UnprocessableError for incidents that do not exist, or that the caller may not read, and for a facilitator
   *   whom the catalog does not know
   * @throws ConflictError when one of them is in an open review
   */
  async create(
    { incidentIds, ...content }: ReviewInput,
    call: Call,
  ): Promise<Review> {
    const { stores, gate, drafts, people, nameOf } = this.options;
    const access = await gate.enter(reviewCreatePermission, call);
    const ids = [...new Set(incidentIds)];
    const incidents = await this.requireIncidents(ids, access);
    await people.requireFacilitator(content.facilitator);
    const by = nameOf(call.credentials);
    const review = await drafts.create(incidents, content, by);
    await storeReview(stores, review, ids);
    return this.get(review.id, call);
  }

  /**
   * Changes the fields of a patch; `null` clears.
   *
   * @throws PreconditionFailedError with the review that stands when somebody else was faster
   * @throws NotAllowedError when it lets somebody in to what the caller does not know
   */
  async update(
    id: string,
    revision: number,
    patch: ReviewPatch,
    call: Call,
  ): Promise<Review> {
    const { stores, gate, people, nameOf } = this.options;
    const { access, review: before } = await gate.load(
      id,
      call,
      reviewUpdatePermission,
    );
    requireOpen(before);
    if (patch.incidentIds) {
      await this.requireIncidents(patch.incidentIds, access);
    }
    if (patch.facilitator !== before.facilitator) {
      await people.requireFacilitator(patch.facilitator);
    }
    const asked = await this.usersAsked(before, patch);
    const identity = await this.options.identityOf(call.credentials);
    const taken = patch.incidentIds ?? [];
    await takingIncidents(stores, id, taken, async tx => {
      const review = await gate.relock(tx, id, access);
      requireOpen(review);
      requireRevision('this review', shownTo(identity, review), revision);
      const hidden = await tx.reviews.hiddenIncidentIdsOf(id, access);
      requireMayLetIn(review, patch, hidden);
      const { next, changes } = applyPatch(review, patch);
      if (changes.length === 0) {
        return;
      }
      await tx.reviews.update(next);
      if (patch.incidentIds) {
        // What the caller cannot see stays.
        const unseen = (await tx.reviews.incidentIdsOf(id)).filter(
          incidentId => !review.incidentIds.includes(incidentId),
        );
        const all = [...patch.incidentIds, ...unseen];
        await tx.reviews.setIncidents(id, all, true);
      }
      await this.options.requests.follow(tx, next, asked);
      await tx.history.add({
        reviewId: id,
        revision: next.revision,
        at: next.updatedAt,
        by: nameOf(call.credentials),
        operation: 'updated',
        changes,
      });
    });
    await this.options.requests.sendDue(id);
    return this.get(id, call);
  }

  /** Whom a change of participants asks; nobody as long as nothing is gathered. */
  private async usersAsked(
    review: StoredReview,
    { participants }: ReviewPatch,
  ): Promise<string[] | undefined> {
    return participants && review.state !== 'scheduled'
      ? this.options.requests.usersOf(participants)
      : undefined;
  }

  private async requireIncidents(ids: string[], access: AccessFilter) {
    const { reviews } = this.options.stores;
    const found = await reviews.findIncidents(ids, access);
    const problems = ids.flatMap((id, index) =>
      found.some(incident => incident.id === id)
        ? []
        : {
            path: `incidentIds.${index}`,
            message: `is no incident that you can read (${id}): it may have been deleted`,
          },
    );
    if (problems.length > 0) {
      throw new UnprocessableError(problems);
    }
    return found.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
  }

  private async duties(
    reviews: Pick<ReviewSummary, 'id' | 'state' | 'facilitator'>[],
    identity: Identity,
  ): Promise<(review: (typeof reviews)[number]) => ReviewDuty[]> {
    const waiting = await this.options.requests.waiting(
      reviews.map(({ id }) => id),
      identity,
    );
    return review => [
      ...leads(review, identity),
      ...(waiting.has(review.id) ? (['answer'] as const) : []),
    ];
  }
}

function leads(
  { state, facilitator }: Pick<Review, 'state' | 'facilitator'>,
  { userRef }: Identity,
): ReviewDuty[] {
  return isOpen(state) && userRef && facilitator === userRef ? ['lead'] : [];
}

function shownTo(identity: Identity, review: StoredReview): Review {
  const { template: _, ...shown } = review;
  return { ...shown, waitsForMe: leads(review, identity) };
}

/**
 * Stores a new review with its incidents.
 *
 * @throws ConflictError when one of them is in an open review
 */
export async function storeReview(
  stores: Stores,
  review: ReviewRecord,
  incidentIds: string[],
): Promise<void> {
  await takingIncidents(stores, review.id, incidentIds, async tx => {
    await tx.reviews.insert(review);
    await tx.reviews.setIncidents(review.id, incidentIds, true);
  });
}
