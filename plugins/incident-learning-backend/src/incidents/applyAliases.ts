import type { Incident } from '@hindsight/backstage-plugin-incident-learning-common';
import type { EntityAliases } from './EntityAliases';
import type { IncidentDrafts } from './IncidentDrafts';
import type { IncidentStore } from './IncidentStore';
import { changesBetween, historyOf } from './changes';
import { contentOf } from './incidentRows';

const BATCH_SIZE = 200;

export interface AliasOptions {
  store: IncidentStore;
  drafts: IncidentDrafts;
  aliases: EntityAliases;
}

/**
 * Brings incidents that were kept under an entity's other name, before the configuration knew of it, to the one name.
 *
 * @returns how many incidents were changed
 */
export async function applyAliases(options: AliasOptions): Promise<number> {
  const { store, aliases } = options;
  if (aliases.names.length === 0) {
    return 0;
  }
  let renamed = 0;
  for (;;) {
    const named = await store.findByEntities(aliases.names, BATCH_SIZE);
    if (named.length === 0) {
      return renamed;
    }
    renamed += await rename(options, named);
  }
}

function rename(
  { store, drafts }: AliasOptions,
  named: Incident[],
): Promise<number> {
  const next = named.map(incident =>
    drafts.revise(incident, contentOf(incident)),
  );
  return store.transaction(async tx => {
    // An incident that somebody changed meanwhile has gone through the aliases already.
    const lost = await tx.update(next.map(incident => ({ incident })));
    const kept = next.filter(({ id }) => !lost.includes(id));
    await tx.addHistory(
      kept.map(incident =>
        historyOf(incident, {
          at: incident.updatedAt,
          by: 'plugin:incident-learning',
          operation: 'aliased',
          changes: changesBetween(
            contentOf(named[next.indexOf(incident)]),
            contentOf(incident),
          ),
        }),
      ),
    );
    return kept.length;
  });
}
