import { strict as assert } from 'node:assert';
import { after, before, describe, it } from 'node:test';
import type {
  ImportReport,
  Incident,
  Review,
} from '@hindsight/backstage-plugin-incident-learning-common';
import knexFactory, { type Knex } from 'knex';
import { startPortal, type Portal } from '../src/portal';
import { startPostgres, type TestPostgres } from '../src/postgres';
import type { Session } from '../src/sessions';

const API = '/api/incident-learning';
const HOUR_MS = 60 * 60 * 1000;
const ROSA = 'user:default/rosa.whitmere';
/** Whom an incident of the courier app asks besides. */
const LAST_MILE = [
  'user:default/nadia.sorrel',
  'user:default/tomas.lindeval',
  'user:development/guest',
];

/** Both replicas look every second. */
const config = {
  incidentLearning: {
    reviews: {
      schedule: {
        frequency: { seconds: 1 },
        timeout: { minutes: 1 },
        initialDelay: { seconds: 0 },
      },
    },
  },
};

describe('Two replicas of the portal on one PostgreSQL', () => {
  let postgres: TestPostgres;
  let one: Portal;
  let two: Portal;
  let learning: Knex;
  let notifications: Knex;
  let rosa: { one: Session; two: Session };

  before(async () => {
    postgres = await startPostgres();
    one = await startPortal({ postgres, config });
    two = await startPortal({ postgres, config });
    rosa = { one: await one.signIn(ROSA), two: await two.signIn(ROSA) };
    learning = connect('backstage_plugin_incident-learning');
    notifications = connect('backstage_plugin_notifications');
    await notifications.raw(`
      CREATE TABLE deliveries (recipient text NOT NULL);
      CREATE FUNCTION note_delivery() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          INSERT INTO deliveries VALUES (NEW.user);
          RETURN NULL;
        END
      $$;
      CREATE TRIGGER deliveries AFTER INSERT OR UPDATE ON notification
        FOR EACH ROW EXECUTE FUNCTION note_delivery();
    `);
  });

  after(async () => {
    await learning?.destroy();
    await notifications?.destroy();
    await one?.stop();
    await two?.stop();
    await postgres?.stop();
  });

  function connect(database: string): Knex {
    return knexFactory({
      client: 'pg',
      connection: { ...postgres.connection, database },
    });
  }

  /** How often a notification reached each person, read or not. */
  async function deliveries(): Promise<Record<string, number>> {
    const rows: { recipient: string; times: string }[] = await notifications(
      'deliveries',
    )
      .groupBy('recipient')
      .select('recipient')
      .count({ times: '*' });
    return Object.fromEntries(
      rows.map(({ recipient, times }) => [recipient, Number(times)]),
    );
  }

  /** Waits until a task has begun and ended since, wherever it ran. */
  async function afterNextRun(task: string): Promise<void> {
    const clock = await learning.raw('SELECT now() AS now');
    let since: Date = clock.rows[0].now;
    // The first to end may have begun before.
    for (let runs = 0; runs < 2; ) {
      const run = await learning('backstage_backend_tasks__tasks')
        .where('id', task)
        .where('last_run_ended_at', '>', since)
        .first();
      if (run) {
        assert.equal(run.last_run_error_json, null);
        since = run.last_run_ended_at;
        runs += 1;
      } else {
        await new Promise(resolve => setTimeout(resolve, 100));
      }
    }
  }

  async function makeRemindersDue(): Promise<void> {
    const changed = await learning('feedback_requests')
      .whereNotNull('next_notice_at')
      .update({ next_notice_at: 1 });
    assert.ok(changed > 0);
    await afterNextRun('incident-learning-remind-participants');
  }

  it('schedule one review for each incident, whichever resolved or found it', async () => {
    const open = await Promise.all(
      [1, 2, 3, 4].map(number =>
        rosa.one.send<Incident>('POST', `${API}/incidents`, {
          title: `Couriers see old tours ${number}`,
          severity: 'high',
          entityRefs: ['component:default/courier-app'],
        }),
      ),
    );
    const imported = [5, 6, 7, 8].map(number => ({
      title: `Couriers see old tours ${number}`,
      severity: 'high',
      status: 'resolved',
      resolvedAt: new Date(Date.now() - number * HOUR_MS).toISOString(),
      source: { system: 'pager', id: String(number) },
    }));
    const [report] = await Promise.all([
      rosa.two.send<ImportReport>(
        'POST',
        `${API}/incidents/import?format=incident`,
        imported,
      ),
      ...open.map(({ id, revision }, index) =>
        (index % 2 === 0 ? rosa.one : rosa.two).send(
          'PATCH',
          `${API}/incidents/${id}`,
          { status: 'resolved', resolvedAt: new Date().toISOString() },
          { 'if-match': `"${revision}"` },
        ),
      ),
    ]);
    assert.equal(report.created, imported.length);
    await afterNextRun('incident-learning-schedule-reviews');

    const { items } = await rosa.two.get<{ items: Review[] }>(
      `${API}/reviews?limit=100`,
    );
    const titles = items.map(({ title }) => title).sort();
    assert.deepEqual(
      titles,
      [1, 2, 3, 4, 5, 6, 7, 8].map(
        number => `Couriers see old tours ${number}`,
      ),
    );
  });

  it('ask and remind each person once, whichever is at work', async () => {
    const { items } = await rosa.one.get<{ items: Review[] }>(
      `${API}/reviews?text=${encodeURIComponent('tours 1')}`,
    );
    const path = `${API}/reviews/${items[0].id}`;
    const { revision } = await rosa.one.get<Review>(path);
    await rosa.one.send(
      'PATCH',
      path,
      {
        participants: [
          { role: 'owner', entityRef: 'group:default/last-mile' },
          { role: 'Incident commander', entityRef: ROSA },
        ],
      },
      { 'if-match': `"${revision}"` },
    );
    await rosa.one.send('POST', `${path}/transitions`, { to: 'gathering' });
    await afterNextRun('incident-learning-remind-participants');
    assert.deepEqual(await deliveries(), each([ROSA, ...LAST_MILE], 1));

    await rosa.two.send('POST', `${path}/feedback`, {
      answers: { wentWell: 'The app said that its tours were old' },
      anonymous: true,
    });
    await makeRemindersDue();
    assert.deepEqual(await deliveries(), {
      ...each(LAST_MILE, 2),
      [ROSA]: 1,
    });

    await one.stop();
    await makeRemindersDue();
    assert.deepEqual(await deliveries(), {
      ...each(LAST_MILE, 3),
      [ROSA]: 1,
    });
  });
});

function each(people: string[], times: number): Record<string, number> {
  return Object.fromEntries(people.map(person => [person, times]));
}
