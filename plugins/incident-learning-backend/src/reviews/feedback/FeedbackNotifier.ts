import type { LoggerService } from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { DueNotice } from './FeedbackStore';

/** Tells participants that their view is wanted. */
export interface FeedbackNotifier {
  /** @param notices - of one review, all first ones or all reminders; never throws */
  notify(notices: DueNotice[]): Promise<void>;
}

/** Tells them by Backstage notifications; a portal without these goes on without. */
export class BackstageFeedbackNotifier implements FeedbackNotifier {
  static create(options: {
    notifications: NotificationService;
    logger: LoggerService;
  }): FeedbackNotifier {
    return new BackstageFeedbackNotifier(options.notifications, options.logger);
  }

  private constructor(
    private readonly notifications: NotificationService,
    private readonly logger: LoggerService,
  ) {}

  async notify(notices: DueNotice[]): Promise<void> {
    const [{ reviewId }] = notices;
    try {
      await this.notifications.send({
        recipients: {
          type: 'entity',
          entityRef: notices.map(({ entityRef }) => entityRef),
        },
        payload: {
          ...textOf(notices[0]),
          link: `/incident-learning/reviews/${reviewId}/feedback`,
          topic: 'Incident reviews',
          // One notification per review and person: a reminder renews it.
          scope: `incident-learning:feedback:${reviewId}`,
        },
      });
    } catch (error) {
      // Whom it was for would tell who has not answered.
      this.logger.warn(
        `Could not notify participants of review ${reviewId}: is the notifications backend installed?`,
        error as Error,
      );
    }
  }
}

function textOf(notice: DueNotice): { title: string; description: string } {
  const { feedbackDueAt, notices, restricted } = notice;
  // What an incident is about may be for few to know, and a notification is shown in many places.
  const about = restricted ? 'an incident' : `“${notice.title}”`;
  return {
    title:
      notices === 0
        ? `How did it go? Your view on ${about} is wanted`
        : `Your view on ${about} is still wanted`,
    description: `The review asks what went well and what could be improved.${dueSentence(
      feedbackDueAt,
    )} You can answer anonymously.`,
  };
}

function dueSentence(dueAt: number | undefined): string {
  if (dueAt === undefined) {
    return '';
  }
  const day = new Date(dueAt).toISOString().slice(0, 10);
  return dueAt < Date.now()
    ? ` It was due on ${day}.`
    : ` It is due on ${day}.`;
}
