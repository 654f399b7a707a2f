import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/** Finds the people behind entities. */
export interface People {
  /**
   * Who owns the entities: users and groups, each once, in the order of the entities. An entity that the catalog does
   * not know has no owner.
   */
  ownersOf(
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<string[]>;

  /**
   * The users among the refs, and the members of the groups among them and of their child groups; each once. What is
   * neither, or a group without a member that the catalog knows, stays as it is.
   */
  usersOf(refs: string[], credentials: BackstageCredentials): Promise<string[]>;

  /** Which of the refs the catalog does not know. */
  unknown(refs: string[], credentials: BackstageCredentials): Promise<string[]>;

  /** The users who belong to a group itself, not to its child groups. */
  membersOf(
    group: string,
    credentials: BackstageCredentials,
  ): Promise<string[]>;

  /** The groups that a user belongs to, or the parent of a group. */
  groupsAbove(
    ref: string,
    credentials: BackstageCredentials,
  ): Promise<string[]>;
}
