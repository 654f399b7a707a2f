import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import {
  LessonAnniversary,
  anniversaryPeriods,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { People } from '../../catalog';
import type { Stores } from '../../stores';
import type { AnniversarySettings } from './anniversarySettings';

/** A lesson that comes back, as a digest tells it. */
export type RemindedLesson = Pick<
  LessonAnniversary,
  'lesson' | 'incident' | 'years'
>;

export interface AnniversaryRemindersOptions {
  stores: Stores;
  auth: AuthService;
  logger: LoggerService;
  people: People;
  /** The users behind a user or group. */
  members: (ref: string) => Promise<string[]>;
  settings: AnniversarySettings;
}

/** Finds whom a lesson of a grave incident concerns on the day some years after. */
export class AnniversaryReminders {
  static create(options: AnniversaryRemindersOptions): AnniversaryReminders {
    return new AnniversaryReminders(options);
  }

  private constructor(private readonly options: AnniversaryRemindersOptions) {}

  /**
   * The lessons of a day by those who are told of them: the owner of the lesson, and those of the entities that it
   * applies to or that the incident hit. Of a restricted incident only the last are told.
   *
   * @param now - epoch ms, on that day
   */
  async on(now: number): Promise<Map<string, RemindedLesson[]>> {
    const told = new Map<string, RemindedLesson[]>();
    for (const { reminded, restricted } of await this.find(now)) {
      for (const recipient of await this.recipients(reminded, restricted)) {
        told.set(recipient, [...(told.get(recipient) ?? []), reminded]);
      }
    }
    return told;
  }

  private async find(
    now: number,
  ): Promise<{ reminded: RemindedLesson; restricted: boolean }[]> {
    const { stores, settings } = this.options;
    const { years, severities } = settings;
    const periods = anniversaryPeriods(now, { years, days: 1 });
    const all = { kind: 'all' } as const;
    const rows = await stores.travel.anniversaries(periods, severities, all);
    const ids = rows.map(({ lessonId }) => lessonId);
    const lessons = await stores.travel.read(ids, all);
    return rows.flatMap(({ lessonId, incident, restricted }) => {
      const lesson = lessons.get(lessonId);
      const at = Date.parse(incident.at);
      const period = periods.find(({ from, to }) => at >= from && at < to);
      return lesson && period
        ? [
            {
              reminded: { lesson, incident, years: period.years },
              restricted,
            },
          ]
        : [];
    });
  }

  private async recipients(
    { lesson, incident }: RemindedLesson,
    restricted: boolean,
  ): Promise<Set<string>> {
    const { auth, people, members, logger } = this.options;
    const about = restricted
      ? incident.entityRefs
      : [...lesson.appliesTo, ...incident.entityRefs];
    try {
      const credentials = await auth.getOwnServiceCredentials();
      const owners = [
        ...(restricted ? [] : [lesson.owner ?? '']),
        ...about.filter(ref => ref.startsWith('group:')),
        ...(await people.ownersOf(about, credentials)),
      ].filter(Boolean);
      const users = await Promise.all([...new Set(owners)].map(members));
      return new Set(users.flat());
    } catch (error) {
      logger.warn(
        'The catalog could not be asked whom a lesson of a year ago concerns: nobody is told of it',
        error as Error,
      );
      return new Set();
    }
  }
}
