import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { AccessFilter } from '../access';
import type { Teams } from '../catalog';
import type { IncidentStore } from './IncidentStore';
import type { OwnedEntities } from './incidentFilters';

const PAGE_SIZE = 2_000;

/** Finds what owners own among the entities that incidents name. */
export class IncidentOwners {
  static create(options: { store: IncidentStore; teams: Teams }) {
    return new IncidentOwners(options.store, options.teams);
  }

  private constructor(
    private readonly store: IncidentStore,
    private readonly teams: Teams,
  ) {}

  /**
   * Resolves the filter `owner`.
   *
   * @param owners - entity refs of users and groups, and `none`
   */
  async resolve(
    owners: string[] | undefined,
    access: AccessFilter,
    credentials: BackstageCredentials,
  ): Promise<OwnedEntities | undefined> {
    if (!owners?.length) {
      return undefined;
    }
    const owned: string[] = [];
    const anyones: string[] = [];
    let after = '';
    for (;;) {
      const page = { after, limit: PAGE_SIZE };
      const refs = await this.store.listEntityRefs(access, page);
      const teams = await this.teams.teamsOf(refs, credentials);
      for (const [ref, of] of teams) {
        if (of.length > 0) {
          anyones.push(ref);
        }
        if (of.some(team => owners.includes(team))) {
          owned.push(ref);
        }
      }
      if (refs.length < PAGE_SIZE) {
        break;
      }
      after = refs[refs.length - 1];
    }
    return {
      entityRefs: owned,
      none: owners.includes('none') ? anyones : undefined,
    };
  }
}
