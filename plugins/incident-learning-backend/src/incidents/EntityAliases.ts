import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  entityRefSchema,
  normalizeEntityRef,
} from '@hindsight/backstage-plugin-incident-learning-common';

const KEY = 'incidentLearning.entityAliases';

/** The same entity under several names: incidents are kept under the one name that the configuration gives. */
export class EntityAliases {
  /** @throws InputError when a ref is malformed, or one alias stands for two entities */
  static fromConfig(config: RootConfigService): EntityAliases {
    const canonical = new Map<string, string>();
    const aliases = config.getOptional<Record<string, unknown>>(KEY) ?? {};
    for (const [entity, names] of Object.entries(aliases)) {
      const to = refOf(entity);
      for (const name of Array.isArray(names) ? names : [names]) {
        const from = refOf(name);
        if (canonical.has(from) && canonical.get(from) !== to) {
          throw new InputError(
            `${KEY}: ${from} is an alias of ${canonical.get(
              from,
            )} and of ${to}: keep one`,
          );
        }
        canonical.set(from, to);
      }
    }
    return new EntityAliases(canonical);
  }

  private constructor(private readonly canonical: Map<string, string>) {}

  /** Every name that stands for another entity. */
  get names(): string[] {
    return [...this.canonical.keys()];
  }

  /** The refs under their one name, in the same order, each once. */
  apply(entityRefs: string[]): string[] {
    return this.canonical.size === 0
      ? entityRefs
      : [...new Set(entityRefs.map(ref => this.canonical.get(ref) ?? ref))];
  }
}

function refOf(value: unknown): string {
  const parsed = entityRefSchema.safeParse(value);
  if (!parsed.success) {
    throw new InputError(
      `${KEY}: ${String(
        value,
      )} is no full entity ref: write kind:namespace/name`,
    );
  }
  return normalizeEntityRef(parsed.data);
}
