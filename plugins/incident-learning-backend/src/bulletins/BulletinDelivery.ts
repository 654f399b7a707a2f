import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import {
  Bulletin,
  bulletinLink,
  bulletinScopeTitle,
  bulletinSummary,
  dueWeek,
  isEmptyBulletin,
  weekTitle,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { EVERYBODY } from '../access';
import type { People, ScopeResolver } from '../catalog';
import type { BulletinComposer } from './BulletinComposer';
import type { Follower, FollowerStore } from './FollowerStore';
import type { BulletinSettings } from './bulletinSettings';
import { resolveBulletinScope } from './resolveBulletinScope';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Long enough that no week is sent twice. */
const KEPT_MS = 60 * DAY_MS;
const PAGE_SIZE = 200;

export interface BulletinDeliveryOptions {
  auth: AuthService;
  logger: LoggerService;
  notifications: NotificationService;
  composer: BulletinComposer;
  followers: FollowerStore;
  people: People;
  scopes: ScopeResolver;
  settings: BulletinSettings;
}

/**
 * Tells those who follow that a week's bulletin is there. No one's credentials are at hand then, so counts are of what
 * everybody may know who may read incidents, in the sections that the person could read when they last said what to
 * follow; the page shows each reader all that they may.
 */
export class BulletinDelivery {
  static create(options: BulletinDeliveryOptions): BulletinDelivery {
    return new BulletinDelivery(options);
  }

  private constructor(private readonly options: BulletinDeliveryOptions) {}

  /**
   * Sends each follower one notification a week. It is claimed in the database first, so that one is sent however many
   * replicas look at the same time; what could not be sent is given back for the next run.
   */
  async run(): Promise<void> {
    const { followers, composer, settings } = this.options;
    const { now, calendar } = composer;
    const { week, since } = dueWeek(now, settings, calendar);
    const composed = new Map<string, Promise<Bulletin>>();
    for (let after = ''; ; ) {
      const page = { week, before: since, after, limit: PAGE_SIZE };
      const waiting = await followers.waiting(page);
      for (const follower of waiting) {
        if (await followers.claim(follower.userRef, week, now)) {
          await this.deliver(follower, week, composed);
        }
      }
      if (waiting.length < PAGE_SIZE) {
        break;
      }
      after = waiting[waiting.length - 1].userRef;
    }
    await followers.forget(now - KEPT_MS);
  }

  private async deliver(
    follower: Follower,
    week: string,
    composed: Map<string, Promise<Bulletin>>,
  ): Promise<void> {
    const { followers, logger, notifications } = this.options;
    const { userRef } = follower;
    try {
      const bulletins = await this.bulletinsOf(follower, week, composed);
      const told = bulletins.filter(bulletin => !isEmptyBulletin(bulletin));
      if (told.length > 0) {
        await notifications.send({
          recipients: { type: 'entity', entityRef: userRef },
          payload: payloadOf(told),
        });
      }
    } catch (error) {
      await followers.release(userRef, week);
      logger.warn(
        `Could not send the bulletin of ${week} to ${userRef}, so it is tried again: is the notifications backend installed?`,
        error as Error,
      );
    }
  }

  private async bulletinsOf(
    { userRef, sections, scopes }: Follower,
    week: string,
    composed: Map<string, Promise<Bulletin>>,
  ): Promise<Bulletin[]> {
    const bulletins: Bulletin[] = [];
    for (const scope of scopes) {
      // The same for all who may read the same, but for each reader's own groups.
      const key = JSON.stringify([
        scope === 'mine' ? userRef : scope,
        sections,
      ]);
      const bulletin =
        composed.get(key) ??
        this.compose({ userRef, sections, scopes: [scope] }, week);
      composed.set(key, bulletin);
      bulletins.push(await bulletin);
    }
    return bulletins;
  }

  private async compose(
    { userRef, sections, scopes: [scope] }: Follower,
    week: string,
  ): Promise<Bulletin> {
    const { auth, composer, people, scopes } = this.options;
    const credentials = await auth.getOwnServiceCredentials();
    const groups =
      scope === 'mine' ? await people.groupsAbove(userRef, credentials) : [];
    const resolved = await resolveBulletinScope(scopes, {
      scope,
      readerRefs: [userRef, ...groups],
      credentials,
    });
    return composer.compose({
      scope,
      groups: resolved.groups,
      week,
      selection: { access: EVERYBODY, scope: resolved.scope },
      sections,
    });
  }
}

/** @param bulletins - of one week, each with something to tell */
function payloadOf(bulletins: Bulletin[]) {
  const [first] = bulletins;
  const lines = bulletins.map(
    bulletin =>
      `${capitalized(bulletinScopeTitle(bulletin.scope))}: ${bulletinSummary(
        bulletin,
      )}.`,
  );
  return {
    title: `Learning bulletin of ${weekTitle(first.week)}: ${bulletinSummary(
      first,
    )}`,
    description: [...lines, 'What is restricted is not counted here.'].join(
      '\n',
    ),
    link: bulletinLink(first),
    topic: 'Learning bulletin',
    scope: `incident-learning:bulletin:${first.week}`,
  };
}

function capitalized(text: string): string {
  return text.charAt(0).toLocaleUpperCase('en') + text.slice(1);
}
