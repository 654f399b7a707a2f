import type { EntityAliases } from './EntityAliases';
import type { IncidentDrafts } from './IncidentDrafts';
import type { IncidentStore } from './IncidentStore';
import { changesBetween, historyOf } from './changes';
import { contentOf } from './incidentRows';

const BATCH_SIZE = 200;

/**
 * Brings incidents that were kept under an entity's other name, before the configuration knew of it, to the one name.
 *
 * @returns how many incidents were changed
 */
export async function applyAliases(options: {
  store: IncidentStore;
  drafts: IncidentDrafts;
  aliases: EntityAliases;
}): Promise<number> {
  const { store, drafts, aliases } = options;
  if (aliases.names.length === 0) {
    return 0;
  }
  let renamed = 0;
  for (;;) {
    const named = await store.findByEntities(aliases.names, BATCH_SIZE);
    if (named.length === 0) {
      return renamed;
    }
    const next = named.map(incident =>
      drafts.revise(incident, contentOf(incident)),
    );
    await store.transaction(async tx => {
      // An incident that somebody changed meanwhile has gone through the aliases already.
      const lost = await tx.update(next.map(incident => ({ incident })));
      await tx.addHistory(
        next.flatMap((incident, i) =>
          lost.includes(incident.id)
            ? []
            : historyOf(incident, {
                at: incident.updatedAt,
                by: 'plugin:incident-learning',
                operation: 'aliased',
                changes: changesBetween(
                  contentOf(named[i]),
                  contentOf(incident),
                ),
              }),
        ),
      );
      renamed += next.length - lost.length;
    });
  }
}
