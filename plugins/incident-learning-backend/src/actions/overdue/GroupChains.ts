import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import type { People } from '../../catalog';

/** Finds the groups behind owners, each asked for once. */
export class GroupChains {
  private readonly above = new Map<string, Promise<string[]>>();

  static create(options: {
    people: People;
    credentials: BackstageCredentials;
  }): GroupChains {
    return new GroupChains(options.people, options.credentials);
  }

  private constructor(
    private readonly people: People,
    private readonly credentials: BackstageCredentials,
  ) {}

  /**
   * The group itself, or the first that a user belongs to, then all groups above it, each once.
   *
   * @throws ServiceUnavailableError when the catalog cannot be asked
   */
  async chainOf(owner: string): Promise<string[]> {
    const group = owner.startsWith('group:')
      ? owner
      : (await this.groupsAbove(owner))[0];
    const chain = new Set<string>();
    let frontier = group === undefined ? [] : [group];
    while (frontier.length > 0) {
      const parents: string[] = [];
      for (const ref of frontier) {
        chain.add(ref);
        parents.push(...(await this.groupsAbove(ref)));
      }
      frontier = parents.filter(ref => !chain.has(ref));
    }
    return [...chain];
  }

  private groupsAbove(ref: string): Promise<string[]> {
    const known = this.above.get(ref) ?? this.ask(ref);
    this.above.set(ref, known);
    return known;
  }

  private async ask(ref: string): Promise<string[]> {
    try {
      return await this.people.groupsAbove(ref, this.credentials);
    } catch (error) {
      throw new ServiceUnavailableError(
        'The catalog could not be asked which groups own actions: try again in a moment',
        error,
      );
    }
  }
}
