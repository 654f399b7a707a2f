import {
  Incident,
  IncidentFilter,
  IncidentQuery,
  IncidentSort,
  INCIDENT_SORTS,
  SEVERITIES,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import type { ResolvedScope } from '../catalog';
import { createDatabase, databases } from '../__testUtils__/databases';
import { storedIncident } from '../__testUtils__/incidents';
import { DatabaseIncidentStore } from './DatabaseIncidentStore';
import type { IncidentStore } from './IncidentStore';

jest.setTimeout(60_000);

const ORG: ResolvedScope = { kind: 'org' };
const DAY_MS = 24 * 60 * 60 * 1000;

const incidents = [
  storedIncident({
    title: 'Checkout rejects cards',
    summary: 'A certificate had expired overnight.',
    kind: 'operational',
    status: 'closed',
    severity: 'high',
    category: 'certificate',
    attackVector: 'expired certificate',
    entityRefs: ['component:default/checkout', 'component:default/ledger'],
    tags: ['payments', 'tls'],
    source: { system: 'pager', id: '1' },
    occurredAt: '2024-01-10T08:00:00Z',
    detectedAt: '2024-01-10T09:00:00Z',
    containedAt: '2024-01-10T09:30:00Z',
    resolvedAt: '2024-01-10T10:00:00Z',
    closedAt: '2024-01-11T10:00:00Z',
  }),
  storedIncident({
    title: 'Phished credentials used on the VPN',
    kind: 'security',
    status: 'resolved',
    severity: 'critical',
    category: 'social',
    attackVector: 'Phishing',
    entityRefs: ['component:default/vpn'],
    source: { system: 'siem', id: '7' },
    occurredAt: '2024-02-01T00:00:00Z',
    detectedAt: '2024-02-05T00:00:00Z',
  }),
  storedIncident({
    title: 'Nobody knows whose queue filled up',
    severity: 'low',
    detectedAt: '2024-03-01T00:00:00Z',
    occurredAt: '2024-03-02T00:00:00Z',
  }),
  storedIncident({
    title: 'Checkout rejects cards again',
    severity: 'high',
    category: 'certificate',
    attackVector: 'expired certificate',
    entityRefs: ['component:default/checkout'],
    detectedAt: '2024-04-01T00:00:00Z',
  }),
  storedIncident({
    title: 'Failover rehearsal',
    drill: true,
    visibility: 'restricted',
    severity: 'medium',
    entityRefs: ['component:default/ledger'],
    detectedAt: '2024-05-01T00:00:00Z',
  }),
];

describe.each(databases.eachSupportedId())('incidents on %s', databaseId => {
  let knex: Knex;
  let store: IncidentStore;

  beforeAll(async () => {
    knex = await createDatabase(databaseId);
    store = DatabaseIncidentStore.create({ knex, lookBackMs: 365 * DAY_MS });
    await store.transaction(tx =>
      tx.insert(incidents.map(incident => ({ incident }))),
    );
  });

  async function titles(
    filter: IncidentFilter,
    scope = ORG,
    page: Partial<IncidentQuery> = {},
  ): Promise<string[]> {
    const { items } = await store.list(
      { filter, scope, access: { kind: 'all' } },
      { sort: 'periodAt', limit: 50, cursor: undefined, total: false, ...page },
    );
    return items.map(item => item.title.split(' ')[0]);
  }

  it('are found by every filter', async () => {
    const found: [IncidentFilter, string[]][] = [
      [{ kind: ['security'] }, ['Phished']],
      [{ status: ['closed', 'resolved'] }, ['Checkout', 'Phished']],
      [{ severity: ['critical', 'low'] }, ['Phished', 'Nobody']],
      [{ category: ['certificate'] }, ['Checkout', 'Checkout']],
      [{ attackVector: ['Phishing'] }, ['Phished']],
      [{ tag: ['tls'] }, ['Checkout']],
      [{ source: ['siem'] }, ['Phished']],
      [{ unassigned: true }, ['Nobody']],
      [{ drill: true }, ['Failover']],
      [
        { from: '2024-02-05T00:00:00.000Z' },
        ['Phished', 'Nobody', 'Checkout', 'Failover'],
      ],
      [{ to: '2024-02-05T00:00:00.000Z' }, ['Checkout']],
      [{ repeat: ['suspected'] }, ['Checkout']],
      [{ repeat: ['none'], category: ['certificate'] }, ['Checkout']],
      [{ finding: ['negative'] }, ['Nobody']],
      [{ text: 'certif' }, ['Checkout', 'Checkout']],
      [{ text: 'overnight CARDS' }, ['Checkout']],
      [{ text: `"; drop table incidents; --` }, []],
      [{ text: '%%%' }, []],
      [
        { kind: ['operational'], severity: ['high'], text: 'again' },
        ['Checkout'],
      ],
    ];
    for (const [filter, expected] of found) {
      expect({ filter, titles: await titles(filter) }).toEqual({
        filter,
        titles: expected,
      });
    }
  });

  it('count once in a scope, however many of its entities they touched', async () => {
    const scope: ResolvedScope = {
      kind: 'entities',
      entityRefs: ['component:default/checkout', 'component:default/ledger'],
    };
    await expect(titles({}, scope)).resolves.toEqual([
      'Checkout',
      'Checkout',
      'Failover',
    ]);
    await expect(
      titles({}, { kind: 'entities', entityRefs: [] }),
    ).resolves.toEqual([]);
  });

  it('come page by page in every order, each once, those without a value last', async () => {
    for (const sort of INCIDENT_SORTS.flatMap(s => [s, `-${s}`] as const)) {
      const { items: all, totalItems } = await store.list(
        { filter: {}, scope: ORG, access: { kind: 'all' } },
        { sort, limit: 50, cursor: undefined, total: true },
      );
      expect(totalItems).toBe(incidents.length);
      expectSorted(all, sort);

      const paged: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await store.list(
          { filter: {}, scope: ORG, access: { kind: 'all' } },
          { sort, limit: 2, cursor, total: false },
        );
        paged.push(...page.items.map(item => item.id));
        cursor = page.nextCursor;
      } while (cursor);
      expect(paged).toEqual(all.map(item => item.id));
    }
  });

  it('neither repeat nor vanish from pages while others are added', async () => {
    const page = (cursor?: string) =>
      store.list(
        { filter: {}, scope: ORG, access: { kind: 'all' } },
        { sort: '-periodAt', limit: 3, cursor, total: false },
      );
    const first = await page();
    const added = storedIncident({
      title: 'Added meanwhile',
      detectedAt: '2024-12-01T00:00:00Z',
    });
    await store.transaction(tx => tx.insert([{ incident: added }]));
    const second = await page(first.nextCursor);
    const seen = [...first.items, ...second.items].map(item => item.id);
    expect(new Set(seen)).toEqual(new Set(incidents.map(({ id }) => id)));
    await store.transaction(tx => tx.delete(added.id, 1));
  });

  it('refuse a cursor of another order by name', async () => {
    const list = (sort: IncidentQuery['sort'], cursor?: string) =>
      store.list(
        { filter: {}, scope: ORG, access: { kind: 'all' } },
        { sort, limit: 1, cursor, total: false },
      );
    const { nextCursor } = await list('title');
    await expect(list('-title', nextCursor)).rejects.toThrow(
      'cursor belongs to a list sorted by title',
    );
    await expect(list('title', 'rubbish')).rejects.toThrow('cursor is none');
  });

  it('are changed only from the revision that stands', async () => {
    const incident = storedIncident({ title: 'First', tags: ['a'] });
    await store.transaction(tx => tx.insert([{ incident }]));
    const next = { ...incident, revision: 2, title: 'Second', tags: ['b'] };
    const update = () =>
      store.transaction(tx => tx.update([{ incident: next }]));
    await expect(update()).resolves.toEqual([]);
    await expect(update()).resolves.toEqual([incident.id]);
    await expect(titles({ tag: ['b'] })).resolves.toEqual(['Second']);
    await expect(titles({ tag: ['a'] })).resolves.toEqual([]);
    await expect(titles({ text: 'First' })).resolves.toEqual([]);
    const remove = (revision: number) =>
      store.transaction(tx => tx.delete(incident.id, revision));
    await expect(remove(1)).resolves.toBe(false);
    await expect(remove(2)).resolves.toBe(true);
    await expect(titles({ text: 'Second' })).resolves.toEqual([]);
  });

  it('keep text that a database cannot, without its impossible characters', async () => {
    const incident = storedIncident({
      title: 'Zero \u0000 and half \ud800 pair',
      tags: ['t\u0000'],
    });
    await store.transaction(tx => tx.insert([{ incident }]));
    await expect(
      store.get(incident.id, { kind: 'all' }),
    ).resolves.toMatchObject({ id: incident.id });
    await store.transaction(tx => tx.delete(incident.id, 1));
  });
});

function expectSorted(items: Incident[], sort: string) {
  const name = sort.replace('-', '') as IncidentSort;
  const values = items.map(item => {
    switch (name) {
      case 'severity':
        return -SEVERITIES.indexOf(item.severity);
      case 'riskScore':
        return item.risk?.score;
      default:
        return item[name] ?? undefined;
    }
  });
  const known = values.filter(value => value !== undefined);
  expect(values.slice(0, known.length)).toEqual(known);
  const sorted = [...known].sort((a, b) => (a! < b! ? -1 : Number(a! > b!)));
  expect(known).toEqual(sort.startsWith('-') ? sorted.reverse() : sorted);
}
