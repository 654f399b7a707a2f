import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { TrackableAction } from '@hindsight/backstage-plugin-incident-learning-node';
import type { GithubSettings } from './settings';

const ANNOTATION = 'github.com/project-slug';
const MOST_ENTITIES = 50;

/** A repository and the number of an issue in it. */
export interface IssueAddress {
  owner: string;
  repo: string;
  number: number;
}

/** Knows in which repositories issues may be: those of the configuration, and those of entities as far as it lets them. */
export class Repositories {
  static create(options: {
    catalog: CatalogService;
    settings: GithubSettings;
  }): Repositories {
    return new Repositories(options.catalog, options.settings);
  }

  private constructor(
    private readonly catalog: CatalogService,
    private readonly settings: GithubSettings,
  ) {}

  /** Those for an action: of the entities that it concerns first, then those of the configuration. */
  async of(
    { entityRefs }: Pick<TrackableAction, 'entityRefs'>,
    credentials: BackstageCredentials,
  ): Promise<string[]> {
    const names = [
      ...(await this.ofEntities(
        entityRefs.slice(0, MOST_ENTITIES),
        credentials,
      )),
      ...this.settings.repositories.map(({ name }) => name),
    ];
    return names.filter(
      (name, index) => names.findIndex(other => isSame(other, name)) === index,
    );
  }

  /** Of issues that are created in a repository. */
  labelsOf(name: string): string[] {
    const { repositories, labels } = this.settings;
    return repositories.find(one => isSame(one.name, name))?.labels ?? labels;
  }

  /** Whether an issue may be followed to a repository that it was moved to, or that was renamed. */
  mayFollow(name: string): boolean {
    const { repositories, owners } = this.settings;
    return (
      owners.includes(name.split('/')[0].toLowerCase()) ||
      repositories.some(one => isSame(one.name, name))
    );
  }

  private async ofEntities(
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<string[]> {
    if (entityRefs.length === 0) {
      return [];
    }
    const { items } = await this.catalog.getEntitiesByRefs(
      { entityRefs, fields: ['metadata.annotations'] },
      { credentials },
    );
    return items
      .map(entity => entity?.metadata?.annotations?.[ANNOTATION] ?? '')
      .filter(name => /^[\w.-]+\/[\w.-]+$/.test(name) && this.mayFollow(name));
  }
}

/** GitHub does not tell upper case from lower case. */
export function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** Reads the address of an issue; undefined where it is none of this host. */
export function parseIssueUrl(
  text: string,
  host: string,
): IssueAddress | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const [, owner, repo, number] =
    /^\/([\w.-]+)\/([\w.-]+)\/issues\/(\d{1,12})\/?$/.exec(
      url?.pathname ?? '',
    ) ?? [];
  return url && number && url.protocol === 'https:' && isSame(url.host, host)
    ? { owner, repo, number: Number(number) }
    : undefined;
}
