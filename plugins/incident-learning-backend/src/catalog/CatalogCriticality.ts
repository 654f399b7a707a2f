import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** What the catalog says of how much depends on an entity, and who can reach it. */
export interface Criticality {
  exposure?: string;
  criticality?: string;
  lifecycle?: string;
}

/** Finds how critical entities are. */
export interface CriticalitySource {
  /** Of each entity that the catalog knows. */
  criticalityOf(
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<Map<string, Criticality>>;
}

/** The labels to read. */
export interface CriticalityLabels {
  exposure: string;
  criticality: string;
}

const CHUNK = 500;

/** Reads labels and lifecycles in the catalog. */
export class CatalogCriticality implements CriticalitySource {
  static create(options: {
    catalog: CatalogService;
    labels: CriticalityLabels;
  }): CriticalitySource {
    return new CatalogCriticality(options.catalog, options.labels);
  }

  private constructor(
    private readonly catalog: CatalogService,
    private readonly labels: CriticalityLabels,
  ) {}

  async criticalityOf(
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<Map<string, Criticality>> {
    const found = new Map<string, Criticality>();
    for (let start = 0; start < entityRefs.length; start += CHUNK) {
      const refs = entityRefs.slice(start, start + CHUNK);
      const { items } = await this.catalog.getEntitiesByRefs(
        {
          entityRefs: refs,
          fields: ['metadata.labels', 'spec.lifecycle'],
        },
        { credentials },
      );
      items.forEach((entity, index) => {
        if (entity) {
          const { labels = {} } = entity.metadata ?? {};
          const { lifecycle } = (entity.spec ?? {}) as JsonObject;
          found.set(refs[index], {
            exposure: labels[this.labels.exposure],
            criticality: labels[this.labels.criticality],
            lifecycle: typeof lifecycle === 'string' ? lifecycle : undefined,
          });
        }
      });
    }
    return found;
  }
}
