import type { Server } from 'http';
import { readFileSync } from 'fs';
import { gunzipSync } from 'zlib';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type {
  Interval,
  Kpi,
  KpiReading,
  Metrics,
} from '@hindsight/backstage-plugin-incident-learning-common';
import request from 'supertest';
import { dataFile } from '../incidents/import/__testUtils__/files';
import plugin from '../index';
import { databases } from '../__testUtils__/databases';
import {
  Counted,
  PLAIN_KPIS,
  PlainKpi,
  bucketOf,
  numbersOf,
  scoreOf,
  verdictOf,
} from './__testUtils__/plainKpis';
import { trendOf } from './__testUtils__/plainStatistics';
import { VerisRow, readVerisRows } from './__testUtils__/verisRows';

jest.setTimeout(600_000);

const BASE = '/api/incident-learning';
const YEAR = 365.25 * 86_400_000;
const path = dataFile('vcdb-2020.jsonl.gz') ?? '';

/** From, to, interval. */
const PERIODS: [string, string, Interval][] = [
  ['0001-01-01', '2100-01-01', 'month'],
  ['2013-01-01', '2014-01-01', 'month'],
  ['2013-01-01', '2016-01-01', 'month'],
  ['2012-07-01', '2013-07-01', 'week'],
  ['2014-01-01', '2014-07-01', 'day'],
];

/** Exact figures to the last digits that floating-point sums differ in, approximate ones to 1 %. */
function compare(
  actual: Counted | KpiReading,
  values: number[],
  kpi: PlainKpi,
  approximate: boolean,
): void {
  const expected = values.length > 0 ? kpi.read(values) : { n: 0 };
  const tolerance = approximate ? 0.01 : 1e-9;
  for (const [name, number] of Object.entries(numbersOf(expected))) {
    const got = numbersOf(actual)[name as 'value'];
    const off = Math.abs((got ?? 0) - (number ?? 0));
    expect({
      name,
      known: got !== undefined,
      off: off <= tolerance * Math.max(Math.abs(number ?? 0), 1e-6),
    }).toEqual({ name, known: number !== undefined, off: true });
  }
}

const available = path ? describe : describe.skip;

available('the metrics of 6,000 real incidents', () => {
  const rows = path ? readVerisRows(path) : [];

  async function startWithRows(
    databaseId: Parameters<typeof databases.init>[0],
  ): Promise<Server> {
    const knex = await databases.init(databaseId);
    const { server } = await startTestBackend({
      features: [
        plugin,
        catalogServiceMock.factory({ entities: [] }),
        mockServices.database.factory({ knex }),
      ],
    });
    await request(server)
      .post(`${BASE}/incidents/import?format=veris`)
      .set('content-type', 'application/x-ndjson')
      .send(gunzipSync(readFileSync(path)).toString())
      .expect(200);
    return server as unknown as Server;
  }

  it.each(databases.eachSupportedId())(
    'equal a recount from the file on %s',
    async databaseId => {
      const server = await startWithRows(databaseId);
      for (const [from, to, interval] of PERIODS) {
        const { body }: { body: Metrics } = await request(server)
          .get(`${BASE}/metrics`)
          .query({ from, to, interval })
          .expect(200);
        checkPeriod(body, interval);
      }
      const { body } = await request(server)
        .get(`${BASE}/metrics/repeat-look-back`)
        .query({ from: '2013-01-01', to: '2016-01-01' })
        .expect(200);
      const within = rowsWithin(
        Date.parse('2013-01-01'),
        Date.parse('2016-01-01'),
      );
      expect(body.items.map((item: { days: number }) => item.days)).toEqual([
        90, 180, 365,
      ]);
      expect(body.items[2]).toMatchObject({
        configured: true,
        share: {
          numerator: within.filter(({ repeat }) => repeat).length,
          denominator: within.length,
        },
      });
    },
  );

  function rowsWithin(from: number, to: number): VerisRow[] {
    return rows.filter(({ at }) => at >= from && at < to);
  }

  function checkPeriod(metrics: Metrics, interval: Interval): void {
    const [from, to] = [Date.parse(metrics.from), Date.parse(metrics.to)];
    const current = rowsWithin(from, to);
    const previous = rowsWithin(from - (to - from), from);
    expect(metrics.incidents).toBe(current.length);
    checkScore(metrics, current, previous);
    const coarsest = interval === 'month' ? 2 : 1;
    for (const [id, plain] of Object.entries(PLAIN_KPIS)) {
      const kpi = metrics.kpis.find(one => one.id === id) as Kpi;
      const valuesOf = (some: VerisRow[]) =>
        some.flatMap(row => plain.counts(row) ?? []);
      const values = valuesOf(current);
      const known =
        id === 'severity-distribution' ? current.length : values.length;
      expect({
        id,
        n: kpi.n,
        missing: kpi.missing,
        invalid: kpi.invalid,
      }).toEqual({
        id,
        n: known,
        missing: current.length - values.length,
        invalid: 0,
      });
      compare(kpi, values, plain, kpi.approximate);
      compare(kpi.previous, valuesOf(previous), plain, kpi.approximate);
      const { verdict, pValue } = verdictOf(plain, values, valuesOf(previous));
      expect([id, metrics.from, kpi.verdict]).toEqual([
        id,
        metrics.from,
        verdict,
      ]);
      if (pValue !== undefined) {
        // Where values share a bin, ranks share a place.
        expect(Math.abs((kpi.pValue ?? NaN) - pValue)).toBeLessThan(
          kpi.approximate ? 0.01 : 1e-9,
        );
      }
      checkSeries(
        kpi,
        plain,
        current.filter(row => row.precision <= coarsest),
        interval,
      );
    }
  }

  function checkScore(
    { kpis, from, to }: Metrics,
    current: VerisRow[],
    previous: VerisRow[],
  ): void {
    const score = kpis.find(({ unit }) => unit === 'score');
    const start = 2 * Date.parse(from) - Date.parse(to);
    const earlier = rowsWithin(
      start - (Date.parse(to) - Date.parse(from)),
      start,
    );
    const now = scoreOf(current, previous);
    const before = scoreOf(previous, earlier);
    const near = (value?: number) =>
      value === undefined ? undefined : expect.closeTo(value, 9);
    expect({
      value: score?.value,
      n: score?.n,
      previous: score?.previous,
      verdict: score?.verdict,
    }).toEqual({
      value: near(now.value),
      n: now.n,
      previous: { value: near(before.value), n: before.n },
      // It takes ten KPIs, and these records carry six.
      verdict: 'not-enough-data',
    });
    expect(
      Object.fromEntries(
        score?.breakdown?.map(part => [
          part.id,
          [part.attainment, part.previousAttainment],
        ]) ?? [],
      ),
    ).toEqual(
      Object.fromEntries(
        [
          ...new Set([...Object.keys(now.parts), ...Object.keys(before.parts)]),
        ].map(id => [id, [near(now.parts[id]), near(before.parts[id])]]),
      ),
    );
  }

  function checkSeries(
    kpi: Kpi,
    plain: PlainKpi,
    dated: VerisRow[],
    interval: Interval,
  ): void {
    const buckets = new Map<string, number[]>();
    for (const row of dated) {
      const start = bucketOf(row.at, interval);
      const value = plain.counts(row);
      buckets.set(start, [
        ...(buckets.get(start) ?? []),
        ...(value === undefined ? [] : [value]),
      ]);
    }
    const known = kpi.series.filter(({ value }) => value !== undefined);
    const expected = [...buckets]
      .filter(([, values]) => values.length > 0)
      .sort();
    expect(known.map(({ start }) => start)).toEqual(
      expected.map(([start]) => start),
    );
    expected.forEach(([, values], index) =>
      compare(known[index], values, plain, kpi.approximate),
    );
    const inSeries = kpi.series.reduce((sum, { n }) => sum + n, 0);
    expect(kpi.n - kpi.undated).toBe(inSeries);
    if (known.length < 6) {
      expect(kpi.trend).toBeUndefined();
      return;
    }
    const { slope, pValue } = trendOf(
      known.map(({ start, value = NaN }) => ({
        x: Date.parse(start) / YEAR,
        y: value,
      })),
    );
    expect(kpi.trend?.slopePerYear).toBeCloseTo(slope, 3);
    expect(kpi.trend?.pValue).toBeCloseTo(pValue, 9);
  }
});
