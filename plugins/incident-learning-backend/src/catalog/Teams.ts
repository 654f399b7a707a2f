import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/** Finds the teams behind entities. */
export interface Teams {
  /**
   * Who owns each entity directly: groups and users, in the catalog's own spelling. A group or user is its own team. An
   * entity that the catalog does not know, or that nobody owns, has none.
   *
   * @throws ServiceUnavailableError when the catalog cannot be asked
   */
  teamsOf(
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<Map<string, string[]>>;
}
