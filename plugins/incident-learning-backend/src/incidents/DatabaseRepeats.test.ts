import {
  canRepeat,
  compareRepeatCandidates,
  repeatOf,
  repeatOrderOf,
} from '@hindsight/backstage-plugin-incident-learning-common';
import fc from 'fast-check';
import { createDatabase, databases } from '../__testUtils__/databases';
import { storedIncident } from '../__testUtils__/incidents';
import { DatabaseIncidentStore } from './DatabaseIncidentStore';
import type { IncidentStore, RepeatVerdictRecord } from './IncidentStore';
import type { StoredIncident } from './incidentRows';

jest.setTimeout(120_000);

const LOOK_BACK_MS = 30 * 24 * 60 * 60 * 1000;

type Write =
  | { type: 'put'; key: number; day: number; entity: number; kind: number }
  | { type: 'delete'; key: number }
  | { type: 'judge'; key: number; of: number; confirmed: boolean };

const writeArbitrary: fc.Arbitrary<Write> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('put' as const),
      key: fc.nat(9),
      day: fc.nat(60),
      entity: fc.nat(1),
      kind: fc.nat(2),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('delete' as const),
      key: fc.nat(9),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('judge' as const),
      key: fc.nat(9),
      of: fc.nat(9),
      confirmed: fc.boolean(),
    }),
  },
);

function incidentOf(
  write: Extract<Write, { type: 'put' }>,
  current?: StoredIncident,
): StoredIncident {
  const at = new Date(Date.UTC(2024, 0, 1 + write.day)).toISOString();
  return storedIncident({
    id: current?.id ?? `incident-${write.key}`,
    revision: (current?.revision ?? 0) + 1,
    source: { system: 'test', id: String(write.key) },
    detectedAt: at,
    entityRefs: [`component:default/c${write.entity}`],
    // The third kind is not known, and can repeat nothing.
    category: write.kind < 2 ? `kind-${write.kind}` : undefined,
  });
}

/** Recounts what repeats what from all incidents and judgements, with no regard to how they came about. */
function recount(
  incidents: StoredIncident[],
  verdicts: RepeatVerdictRecord[],
): Record<string, string> {
  const candidates = incidents.filter(canRepeat).map(incident => ({
    id: incident.id,
    at: Date.parse(incident.periodAt),
    order: repeatOrderOf(incident),
    signature: incident.signature,
  }));
  const flags: Record<string, string> = {};
  for (const { id } of incidents) {
    const own = candidates.find(c => c.id === id);
    const earlier = candidates
      .filter(
        c =>
          own &&
          c.signature === own.signature &&
          compareRepeatCandidates(c, own) < 0 &&
          c.at >= own.at - LOOK_BACK_MS,
      )
      .sort((a, b) => compareRepeatCandidates(b, a));
    const repeat = repeatOf(
      earlier,
      verdicts.filter(v => v.incidentId === id),
    );
    if (repeat) {
      flags[id] = `${repeat.state} of ${repeat.of}`;
    }
  }
  return flags;
}

async function flagsOf(store: IncidentStore): Promise<Record<string, string>> {
  const { items } = await store.list(
    { filter: {}, scope: { kind: 'org' }, access: { kind: 'all' } },
    { sort: 'periodAt', limit: 200, cursor: undefined, total: undefined },
  );
  return Object.fromEntries(
    items.flatMap(({ id, repeat }) =>
      repeat ? [[id, `${repeat.state} of ${repeat.of}`]] : [],
    ),
  );
}

/** Applies writes one by one and keeps a plain model beside the store. */
async function play(store: IncidentStore, writes: Write[]) {
  const incidents = new Map<number, StoredIncident>();
  let verdicts: RepeatVerdictRecord[] = [];
  for (const write of writes) {
    const current = incidents.get(write.key);
    if (write.type === 'put') {
      const incident = incidentOf(write, current);
      incidents.set(write.key, incident);
      await store.transaction(async tx =>
        current ? tx.update([{ incident }]) : tx.insert([{ incident }]),
      );
    } else if (write.type === 'delete' && current) {
      incidents.delete(write.key);
      verdicts = verdicts.filter(
        v => v.incidentId !== current.id && v.of !== current.id,
      );
      await store.transaction(tx => tx.delete(current.id, current.revision));
    } else if (write.type === 'judge' && current) {
      const of = incidents.get(write.of);
      if (of && of.id !== current.id) {
        const verdict: RepeatVerdictRecord = {
          incidentId: current.id,
          of: of.id,
          verdict: write.confirmed ? 'confirmed' : 'rejected',
          by: 'user:default/ada',
          at: '2024-06-01T00:00:00.000Z',
        };
        verdicts = verdicts.filter(
          v =>
            v.incidentId !== current.id ||
            (v.of !== of.id && !(write.confirmed && v.verdict === 'confirmed')),
        );
        verdicts.push(verdict);
        await store.transaction(tx => tx.judge(verdict));
      }
    }
  }
  return { incidents: [...incidents.values()], verdicts };
}

describe.each(databases.eachSupportedId())('repeats on %s', databaseId => {
  let knex: Awaited<ReturnType<typeof createDatabase>>;
  let store: IncidentStore;

  beforeAll(async () => {
    knex = await createDatabase(databaseId);
    store = DatabaseIncidentStore.create({ knex, lookBackMs: LOOK_BACK_MS });
  });

  it('are those of a recount after any sequence of writes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(writeArbitrary, { minLength: 5, maxLength: 30 }),
        async writes => {
          await knex('incidents').delete();
          const { incidents, verdicts } = await play(store, writes);
          await expect(flagsOf(store)).resolves.toEqual(
            recount(incidents, verdicts),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are the same for any order of the same writes, one by one or in batches', async () => {
    const puts = fc.uniqueArray(
      fc.record({
        type: fc.constant('put' as const),
        key: fc.nat(20),
        day: fc.nat(40),
        entity: fc.nat(1),
        kind: fc.nat(1),
      }),
      { selector: put => put.key, minLength: 3, maxLength: 15 },
    );
    await fc.assert(
      fc.asyncProperty(
        puts.chain(all =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray(all, {
              minLength: all.length,
              maxLength: all.length,
            }),
            fc.nat(all.length),
          ),
        ),
        async ([inOrder, shuffled, batch]) => {
          await knex('incidents').delete();
          await play(store, inOrder);
          const flags = await flagsOf(store);

          await knex('incidents').delete();
          const first = shuffled.slice(0, batch).map(put => incidentOf(put));
          await store.transaction(tx =>
            tx.insert(first.map(incident => ({ incident }))),
          );
          await play(store, shuffled.slice(batch));
          await expect(flagsOf(store)).resolves.toEqual(flags);
        },
      ),
      { numRuns: 40 },
    );
  });
});
