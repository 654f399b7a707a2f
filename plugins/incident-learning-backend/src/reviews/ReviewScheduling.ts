import type { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import {
  Incident,
  addBusinessDays,
  nextFacilitator,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Stores } from '../stores';
import type { ReviewDrafts } from './ReviewDrafts';
import type { ReviewPeople } from './ReviewPeople';
import { storeReview } from './ReviewService';
import type { ReviewSettings } from './reviewSettings';

const DAY_MS = 24 * 60 * 60 * 1000;
const BATCH_SIZE = 50;
/** As whom the plugin itself acts. */
const PLUGIN = 'plugin:incident-learning';

export interface ReviewSchedulingOptions {
  stores: Stores;
  drafts: ReviewDrafts;
  people: ReviewPeople;
  settings: ReviewSettings;
  logger: LoggerService;
}

/** Schedules a review by itself for each incident that needs one and has ended. */
export class ReviewScheduling {
  static create(options: ReviewSchedulingOptions): ReviewScheduling {
    return new ReviewScheduling(options);
  }

  private constructor(private readonly options: ReviewSchedulingOptions) {}

  /**
   * Schedules what is to be scheduled; harmless to run at several places at once.
   *
   * @param incidentIds - looks at these alone
   * @returns how many reviews were scheduled
   */
  async run(incidentIds?: string[]): Promise<number> {
    const { stores, settings } = this.options;
    let total = 0;
    for (;;) {
      const until = Date.now();
      const incidents = await stores.needs.unreviewed({
        need: settings,
        since: until - settings.scheduleWithinDays * DAY_MS,
        until,
        limit: BATCH_SIZE,
        incidentIds,
      });
      let scheduled = 0;
      for (const incident of incidents) {
        scheduled += (await this.schedule(incident)) ? 1 : 0;
      }
      total += scheduled;
      if (incidents.length < BATCH_SIZE || scheduled === 0) {
        return total;
      }
    }
  }

  /** Schedules the review of an incident at once, if it needs one; what fails is made up for by the next `run`. */
  async consider(incidentId: string): Promise<void> {
    try {
      await this.run([incidentId]);
    } catch (error) {
      this.options.logger.warn(
        `Could not schedule a review of incident ${incidentId} yet`,
        error as Error,
      );
    }
  }

  /** @returns whether nobody else was faster */
  private async schedule(incident: Incident): Promise<boolean> {
    const { stores, drafts, logger } = this.options;
    const review = await drafts.create(
      [incident],
      {
        facilitator: await this.facilitatorOf(incident),
        scheduledFor: this.timeFor(incident),
      },
      PLUGIN,
    );
    try {
      await storeReview(stores, review, [incident.id]);
    } catch (error) {
      if (error instanceof ConflictError) {
        return false;
      }
      throw error;
    }
    logger.info(`Scheduled review ${review.id} of incident ${incident.id}`);
    return true;
  }

  /** Whose turn it is. A restricted incident is no more widely known by chance: who leads it knows it already. */
  private async facilitatorOf(incident: Incident): Promise<string | undefined> {
    const { stores, people, settings, logger } = this.options;
    if (!settings.facilitators) {
      return undefined;
    }
    const candidates = await people.facilitators(settings.facilitators);
    if (candidates.length === 0) {
      logger.warn(
        `The catalog knows no member of ${settings.facilitators}, who are to lead reviews: name a facilitator by hand`,
      );
    }
    const knowing = await people.knowing(incident, candidates);
    if (candidates.length > 0 && knowing.length === 0) {
      logger.info(
        `None of ${settings.facilitators} knows the restricted incident ${incident.id}: name a facilitator by hand`,
      );
    }
    return nextFacilitator(
      await stores.needs.facilitatorRecords(knowing),
      incident.participants
        .filter(({ role }) => /\bcommander\b/i.test(role))
        .map(({ entityRef }) => entityRef),
    );
  }

  private timeFor({ closedAt, resolvedAt, updatedAt }: Incident): string {
    const { scheduleAfterDays, businessDays, calendar } = this.options.settings;
    const end = closedAt ?? resolvedAt ?? updatedAt;
    return businessDays
      ? addBusinessDays(end, scheduleAfterDays, calendar)
      : new Date(Date.parse(end) + scheduleAfterDays * DAY_MS).toISOString();
  }
}
