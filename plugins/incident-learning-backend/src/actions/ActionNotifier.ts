import type { LoggerService } from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { Action } from '@hindsight/backstage-plugin-incident-learning-common';
import type { RemindedLesson } from '../lessons/travel/AnniversaryReminders';
import { digestText, listOf } from './digestText';

const TOPIC = 'Improvement actions';

/** What a person's digest tells; each action once, under the most pressing heading. */
export interface ActionDigest {
  /** Past their due date, whoever in the person's groups was to do them. */
  overdue: Action[];
  /** Due soon. */
  dueSoon: Action[];
  /** Whose owner has left the catalog. */
  unowned: Action[];
  /** Lessons of grave incidents of this day some years ago. */
  anniversaries: RemindedLesson[];
}

/** Tells people of actions; never throws. */
export interface ActionNotifier {
  /** @param actions - at least one */
  committed(actions: Action[], owner: string): Promise<void>;
  reopened(action: Action): Promise<void>;
  digest(recipient: string, digest: ActionDigest, day: string): Promise<void>;
}

/** Tells them by Backstage notifications; a portal without these goes on without. */
export class BackstageActionNotifier implements ActionNotifier {
  static create(options: {
    notifications: NotificationService;
    logger: LoggerService;
  }): ActionNotifier {
    return new BackstageActionNotifier(options.notifications, options.logger);
  }

  private constructor(
    private readonly notifications: NotificationService,
    private readonly logger: LoggerService,
  ) {}

  committed(actions: Action[], owner: string): Promise<void> {
    const [action] = actions;
    return actions.length > 1
      ? this.send(owner, {
          title: `You own ${actions.length} more actions`,
          description: listOf('Now yours', actions),
          link: '/incident-learning/actions?mine=true',
          scope: `incident-learning:actions:${action.updatedAt}`,
        })
      : this.send(owner, {
          title: `You own an action: ${action.title}`,
          description: `${dueOf(
            action,
          )} Say how far you are as you go; once it is completed, somebody verifies that it helped.`,
          link: linkOf(action),
          scope: `incident-learning:action:${action.id}`,
        });
  }

  async reopened(action: Action): Promise<void> {
    if (action.owner) {
      await this.send(action.owner, {
        title: `Reopened: ${action.title}`,
        description: action.reopened?.reason ?? '',
        link: linkOf(action),
        scope: `incident-learning:action:${action.id}`,
        severity: 'high',
      });
    }
  }

  digest(recipient: string, digest: ActionDigest, day: string): Promise<void> {
    return this.send(recipient, {
      ...digestText(digest),
      // One digest per person and day.
      scope: `incident-learning:actions:${day}`,
      severity: digest.overdue.length > 0 ? 'high' : 'normal',
    });
  }

  private async send(
    entityRef: string,
    payload: {
      title: string;
      description: string;
      link: string;
      scope: string;
      severity?: 'high' | 'normal';
    },
  ): Promise<void> {
    try {
      await this.notifications.send({
        recipients: { type: 'entity', entityRef },
        payload: { ...payload, topic: TOPIC },
      });
    } catch (error) {
      this.logger.warn(
        'Could not notify the owner of an action: is the notifications backend installed?',
        error as Error,
      );
    }
  }
}

function dueOf({ dueDate }: Action): string {
  return dueDate ? `It is due on ${dueDate}.` : '';
}

function linkOf({ id }: Action): string {
  return `/incident-learning/actions/${id}`;
}
