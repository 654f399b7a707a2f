import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/** One step along a relation of the catalog. */
export interface RelationStep {
  relation: string;
  entityRef: string;
}

/** An entity that another depends on, or that depends on it. */
export interface Neighbour {
  entityRef: string;
  direction: 'depends-on' | 'dependency-of';
  /** From the entity to this one; its last step leads here. */
  path: RelationStep[];
}

/** An entity with something in common. */
export interface Relative {
  entityRef: string;
  /** In which of the entity's systems it is, too. */
  systems: string[];
  /** The tags in common. */
  tags: string[];
  /** Whether it is of the same kind and type. */
  sameType: boolean;
}

/** What the catalog shows around an entity. */
export interface Surroundings {
  /** Nearest first; each once, by its shortest path. */
  neighbours: Neighbour[];
  relatives: Relative[];
  tags: string[];
  /** Such as `service`. */
  type?: string;
}

/** Finds what is around entities. */
export interface Neighbourhood {
  /**
   * What an entity depends on and what depends on it, at most two steps away, and what shares its system, tags or type.
   * An entity that the catalog does not know, or does not show to the caller, has nothing around it.
   *
   * @throws ServiceUnavailableError when the catalog cannot be asked
   */
  around(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<Surroundings>;
}
