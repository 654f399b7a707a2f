import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/** Whose incidents are meant: everybody's, or those that name one of these entities. */
export type ResolvedScope =
  | { kind: 'org' }
  | { kind: 'entities'; entityRefs: string[] };

/** Finds the entities behind the `scope` of a request. */
export interface ScopeResolver {
  /**
   * Resolves a scope to the entities whose incidents it takes in:
   *
   * - `org`: all incidents, those without an entity too
   * - a group: itself, its child groups at any depth, and all that these own
   * - a system or domain: itself and its parts at any depth
   * - any other entity: itself
   *
   * An entity that the catalog does not know, or does not show to the caller, stands for itself alone, so that the
   * incidents that name it are found.
   *
   * @param scope - `org` or a full entity ref
   * @returns each entity ref once, in the catalog's own spelling
   * @throws ServiceUnavailableError when the catalog cannot be asked
   */
  resolve(
    scope: string,
    credentials: BackstageCredentials,
  ): Promise<ResolvedScope>;
}
