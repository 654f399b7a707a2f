import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  BULLETIN_SECTIONS,
  Bulletin,
  BulletinFollowing,
  BulletinFollowingInput,
  BulletinQuery,
  BulletinSectionId,
  actionReadPermission,
  lessonReadPermission,
  reviewReadPermission,
  shiftWeek,
  weekOf,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { EVERYBODY, IdentityOf, IncidentAccess } from '../access';
import type { ScopeResolver } from '../catalog';
import type { BulletinComposer } from './BulletinComposer';
import type { FollowerStore } from './FollowerStore';
import type { BulletinSettings } from './bulletinSettings';
import { resolveBulletinScope } from './resolveBulletinScope';

interface Call {
  credentials: BackstageCredentials;
}

export interface BulletinServiceOptions {
  composer: BulletinComposer;
  followers: FollowerStore;
  access: IncidentAccess;
  scopes: ScopeResolver;
  identityOf: IdentityOf;
  settings: BulletinSettings;
}

/** The bulletin of a reader, and what the reader follows. */
export class BulletinService {
  static create(options: BulletinServiceOptions): BulletinService {
    return new BulletinService(options);
  }

  private constructor(private readonly options: BulletinServiceOptions) {}

  /**
   * As Markdown it is made to be passed on: it holds no more than everybody may know who may read incidents.
   *
   * @throws NotAllowedError when the caller may read no incidents
   */
  async getBulletin(query: BulletinQuery, call: Call): Promise<Bulletin> {
    const { access, composer, identityOf, scopes } = this.options;
    const { credentials } = call;
    const readable = await access.readable(credentials);
    const { scope } = query;
    const { refs } = await identityOf(credentials);
    const resolved = await resolveBulletinScope(scopes, {
      scope,
      readerRefs: refs,
      credentials,
    });
    const { now, calendar } = composer;
    return composer.compose({
      scope,
      groups: resolved.groups,
      week: query.week ?? shiftWeek(weekOf(now, calendar), -1),
      selection: {
        access: query.format === 'markdown' ? EVERYBODY : readable,
        scope: resolved.scope,
      },
      sections: await this.sectionsOf(call),
    });
  }

  /** @throws NotAllowedError when nobody is signed in */
  async getFollowing({ credentials }: Call): Promise<BulletinFollowing> {
    const userRef = await this.readerOf(credentials);
    const { followers, settings, composer } = this.options;
    const { day, hour } = settings;
    const { timeZone } = composer.calendar;
    return {
      scopes: await followers.scopesOf(userRef),
      delivery: { day, hour, timeZone },
    };
  }

  /**
   * What the caller may read now is what notifications will tell of: they are sent without anybody's credentials.
   *
   * @throws NotAllowedError when nobody is signed in, or the caller may read no incidents
   */
  async follow(
    { scopes }: BulletinFollowingInput,
    call: Call,
  ): Promise<BulletinFollowing> {
    const { access, followers, composer } = this.options;
    const userRef = await this.readerOf(call.credentials);
    if (scopes.length > 0) {
      await access.readable(call.credentials);
    }
    const sections = await this.sectionsOf(call);
    await followers.follow({ userRef, sections, scopes }, composer.now);
    return this.getFollowing(call);
  }

  private async readerOf(credentials: BackstageCredentials): Promise<string> {
    const { userRef } = await this.options.identityOf(credentials);
    if (!userRef) {
      throw new NotAllowedError(
        'Bulletins are followed by people: sign in as a user',
      );
    }
    return userRef;
  }

  private async sectionsOf({
    credentials,
  }: Call): Promise<BulletinSectionId[]> {
    const [lessons, reviews, actions] = await this.options.access.has(
      [lessonReadPermission, reviewReadPermission, actionReadPermission],
      credentials,
    );
    const allowed: Record<BulletinSectionId, boolean> = {
      lessons,
      reviews,
      verified: actions,
      overdue: actions,
      patterns: true,
    };
    return BULLETIN_SECTIONS.filter(id => allowed[id]);
  }
}
