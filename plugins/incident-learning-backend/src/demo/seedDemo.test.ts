import { mockServices } from '@backstage/backend-test-utils';
import type {
  ImportOutcome,
  ImportReport,
  IncidentInput,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { seedDemo } from './seedDemo';

const now = new Date('2026-03-18T10:20:00Z');

/** A database that is idempotent by source, as the import is. */
class SourceKeyedIncidents {
  readonly records = new Map<string, string>();

  readonly isEmpty = async () => this.records.size === 0;

  readonly importIncidents = async (
    incidents: IncidentInput[],
  ): Promise<ImportReport> => {
    const report = { created: 0, updated: 0, unchanged: 0, rejected: 0 };
    incidents.forEach(incident => {
      report[this.put(incident)] += 1;
    });
    return { ...report, warnings: 0, rows: [] };
  };

  private put(incident: IncidentInput): ImportOutcome {
    const key = `${incident.source?.system} ${incident.source?.id}`;
    const before = this.records.get(key);
    const text = JSON.stringify(incident);
    this.records.set(key, text);
    if (before === undefined) {
      return 'created';
    }
    return before === text ? 'unchanged' : 'updated';
  }
}

function run(database: SourceKeyedIncidents, at = now) {
  const { isEmpty, importIncidents } = database;
  const logger = mockServices.logger.mock();
  return {
    logger,
    done: seedDemo({
      isEmpty,
      importIncidents,
      addReviews: async () => 61,
      now: at,
      logger,
    }),
  };
}

describe('seedDemo', () => {
  it('fills an empty database and says so in one line', async () => {
    const database = new SourceKeyedIncidents();
    const { logger, done } = run(database);
    await done;
    const { size } = database.records;
    expect(size).toBeGreaterThan(380);
    expect(logger.info.mock.calls).toEqual([
      [
        expect.stringMatching(
          new RegExp(`${size} incidents created.*61 reviews added`),
        ),
      ],
    ]);
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('leaves a database alone that has incidents', async () => {
    const database = new SourceKeyedIncidents();
    await database.importIncidents([
      { title: 'Ours', source: { system: 'pager', id: '1' } },
    ]);
    const { logger, done } = run(database);
    await done;
    expect([...database.records.keys()]).toEqual(['pager 1']);
    expect(logger.info).toHaveBeenCalledTimes(1);
  });

  it('does no harm when replicas start together', async () => {
    const alone = new SourceKeyedIncidents();
    await run(alone).done;
    const shared = new SourceKeyedIncidents();
    const later = new Date(now.getTime() + 1234);
    await Promise.all([run(shared).done, run(shared, later).done]);
    expect([...shared.records]).toEqual([...alone.records]);
  });

  it('warns when records were rejected', async () => {
    const logger = mockServices.logger.mock();
    await seedDemo({
      isEmpty: async () => true,
      importIncidents: async records => ({
        ...{ created: records.length - 1, updated: 0, unchanged: 0 },
        ...{ rejected: 1, warnings: 0, rows: [] },
      }),
      addReviews: async () => 0,
      now,
      logger,
    });
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('1 rejected'),
    );
  });
});
