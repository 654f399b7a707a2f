import { InputError } from '@backstage/errors';
import {
  entityRefSchema,
  ImportProblem,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { isRecord, JsonObject } from './json';

/** Which catalog entities stand for the victims and assets of VERIS records. */
export interface VerisEntityOptions {
  /** Entity refs by `victim.victim_id`, whatever its case. */
  entityRefForVictim?: Record<string, string>;
  /** Entity refs by `asset.assets[].variety`, such as `S - Web application`, whatever its case. */
  entityRefForAsset?: Record<string, string>;
}

const MAX_NAME_LENGTH = 63;

/**
 * The component that stands for a victim where none is configured.
 *
 * @returns undefined where the victim is not known
 * @public
 */
export function verisEntityRef(victimId: string): string | undefined {
  const name = victimId
    .toLocaleLowerCase('en-US')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_NAME_LENGTH)
    .replace(/^-|-$/g, '');
  return name === '' || name === 'unknown'
    ? undefined
    : `component:default/${name}`;
}

/** Finds the entities that a VERIS record tells of: by its victim, else by its assets, else the victim's component. */
export class VerisEntities {
  private readonly victims: Map<string, string>;
  private readonly assets: Map<string, string>;

  /** @throws InputError for an entity ref that is none */
  constructor(options: VerisEntityOptions = {}) {
    this.victims = readRefs('victim', options.entityRefForVictim);
    this.assets = readRefs('asset', options.entityRefForAsset);
  }

  refsOf(record: JsonObject, warnings: ImportProblem[]): string[] {
    const victimId = victimIdOf(record, warnings);
    const mapped = victimId && this.victims.get(keyOf(victimId));
    if (mapped) {
      return [mapped];
    }
    const assets = this.assets.size > 0 ? this.assetRefs(record) : [];
    if (assets.length > 0) {
      return assets;
    }
    const ref = victimId && verisEntityRef(victimId);
    return ref ? [ref] : [];
  }

  private assetRefs({ asset }: JsonObject): string[] {
    const assets = isRecord(asset) ? asset.assets : undefined;
    const refs = (Array.isArray(assets) ? assets : []).map(item =>
      isRecord(item) && typeof item.variety === 'string'
        ? this.assets.get(keyOf(item.variety))
        : undefined,
    );
    return [...new Set(refs.filter(ref => ref !== undefined))];
  }
}

/** The name of the victim where it is known. */
export function victimIdOf(
  { victim }: JsonObject,
  warnings: ImportProblem[] = [],
): string | undefined {
  const victimId = (isRecord(victim) && victim.victim_id) || undefined;
  if (victimId !== undefined && typeof victimId !== 'string') {
    const message = 'is no text, so the victim is not known: name it';
    warnings.push({ path: 'victim.victim_id', message });
    return undefined;
  }
  const name = victimId?.trim();
  return name && keyOf(name) !== 'unknown' ? name : undefined;
}

function keyOf(name: string): string {
  return name.trim().toLocaleLowerCase('en-US');
}

function readRefs(
  what: string,
  refs: Record<string, string> = {},
): Map<string, string> {
  return new Map(
    Object.entries(refs).map(([name, ref]) => {
      const parsed = entityRefSchema.safeParse(ref);
      if (!parsed.success) {
        throw new InputError(
          `The entity ref ${ref} for the VERIS ${what} ${name} ${parsed.error.issues[0].message}`,
        );
      }
      return [keyOf(name), parsed.data];
    }),
  );
}
