import { createDatabase, databases } from '../__testUtils__/databases';
import { storedIncident } from '../__testUtils__/incidents';
import { DatabaseIncidentStore } from '../incidents';
import { countedIncidents } from './countedIncidents';
import { selectionSlices } from './slices';

/** Several of one moment, at the start and the end of the period as well as outside it. */
const HOURS = [1, 2, 2, 2, 3, 4, 5, 5, 6, 9, 9, 10];
const timeOf = (hour: number) => new Date(Date.UTC(2024, 4, 17, hour));

it.each(databases.eachSupportedId())(
  'slices of a selection on %s hold each incident once, in the order of their period',
  async databaseId => {
    const knex = await createDatabase(databaseId);
    await DatabaseIncidentStore.create({ knex, lookBackMs: 1 }).transaction(
      tx =>
        tx.insert(
          HOURS.map((hour, index) => ({
            incident: storedIncident({
              id: `incident-${index}`,
              detectedAt: timeOf(hour).toISOString(),
              // The fourth is a drill.
              drill: index === 3,
            }),
          })),
        ),
    );
    const selection = {
      scope: { kind: 'org' as const },
      access: { kind: 'all' as const },
      period: { from: timeOf(2).getTime(), to: timeOf(10).getTime() },
    };
    const sizesOf = async (size: number | undefined) => {
      const sizes: number[] = [];
      const hours: number[] = [];
      for await (const slice of selectionSlices(knex, selection, size)) {
        const rows: { period_at: number | string }[] = await countedIncidents(
          knex,
          slice,
        )
          .orderBy('period_at')
          .select('period_at');
        sizes.push(rows.length);
        rows.forEach(row =>
          hours.push(new Date(Number(row.period_at)).getUTCHours()),
        );
      }
      expect(hours).toEqual([2, 2, 3, 4, 5, 5, 6, 9, 9]);
      return sizes;
    };
    expect(await sizesOf(undefined)).toEqual([9]);
    expect(await sizesOf(100)).toEqual([9]);
    // The last of all may be at the end of a slice; then one more has none.
    expect(await sizesOf(3)).toEqual([3, 3, 3, 0]);
    expect(await sizesOf(1)).toEqual([2, 1, 1, 2, 1, 2, 0]);
    expect(await sizesOf(8)).toEqual([9, 0]);
  },
);
