import {
  canRepeat,
  compareRepeatCandidates,
  deriveIncident,
  IncidentContent,
  incidentInputSchema,
  RepeatCandidate,
  repeatOrderOf,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { createReadStream, readFileSync } from 'fs';
import { createGunzip } from 'zlib';
import { dataFile, readAll } from '../__testUtils__/files';
import { readVerisCatalog, VerisIncidentImporter } from '.';

const path = dataFile('vcdb-2020.jsonl.gz');
const expectedPath = dataFile('vcdb-2020.expected.json');
const describeData = path && expectedPath ? describe : describe.skip;

const open = () => createReadStream(path ?? '').pipe(createGunzip());

const NOW = '2026-01-01T00:00:00.000Z';
const LOOK_BACK_MS = 365 * 24 * 3_600_000;

function statistics(values: (number | undefined)[]) {
  const known = values
    .filter(value => value !== undefined)
    .sort((a, b) => a - b);
  const n = known.length;
  return {
    n,
    mean: known.reduce((sum, value) => sum + value, 0) / n,
    median: (known[Math.floor((n - 1) / 2)] + known[Math.floor(n / 2)]) / 2,
  };
}

function countBy(names: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  names.forEach(name => {
    counts[name] = (counts[name] ?? 0) + 1;
  });
  return counts;
}

function countRepeats(
  all: { incident: IncidentContent; periodAt: string; signature: string }[],
): number {
  const groups = new Map<string, RepeatCandidate[]>();
  for (const { incident, periodAt, signature } of all) {
    const group = groups.get(signature) ?? [];
    group.push({
      id: incident.source?.id ?? '',
      at: Date.parse(periodAt),
      order: repeatOrderOf(incident),
    });
    groups.set(signature, group);
  }
  return [...groups.values()].reduce((count, group) => {
    const sorted = group.sort(compareRepeatCandidates);
    return (
      count +
      sorted.filter(
        (one, i) => i > 0 && one.at - sorted[i - 1].at <= LOOK_BACK_MS,
      ).length
    );
  }, 0);
}

jest.setTimeout(120_000);

describeData(
  '6,000 real VERIS records (skipped without the optional data folder, see HINDSIGHT_DATA)',
  () => {
    const expected = expectedPath
      ? JSON.parse(readFileSync(expectedPath, 'utf8'))
      : {};
    const incidents: IncidentContent[] = [];
    let lines = 0;
    const warnings: string[] = [];

    beforeAll(async () => {
      const byId = new Map<string, IncidentContent>();
      for (const record of await readAll(new VerisIncidentImporter(), open())) {
        lines += 1;
        warnings.push(...(record.problems ?? []).map(problem => problem.path));
        const incident = incidentInputSchema.parse(record.incident);
        byId.set(incident.source?.id ?? '', incident as IncidentContent);
      }
      incidents.push(...byId.values());
    });

    it('are all read, with a victim for each where one is known', () => {
      expect(lines).toBe(expected.lines);
      expect(incidents).toHaveLength(expected.incidents);
      const refs = incidents.flatMap(incident => incident.entityRefs);
      expect(new Set(refs).size).toBe(expected.entities);
      expect(incidents.filter(i => i.entityRefs.length === 0)).toHaveLength(
        expected.unassigned,
      );
      const [name, count] = expected.largestEntity;
      expect(
        refs.filter(ref => ref === `component:default/${name}`),
      ).toHaveLength(count);
      expect(incidents.filter(i => !i.occurredAt)).toHaveLength(
        expected.withoutDate,
      );
      // Two records give a day without a month.
      expect(warnings).toEqual(Array(2).fill('timeline.incident.month'));
    });

    it('give the expected durations, severities, patterns and repeats', () => {
      const all = incidents.map(incident => ({
        incident,
        ...deriveIncident(incident, { createdAt: NOW, now: NOW }),
      }));
      const year = (start: string) => {
        const within = all.filter(one => one.periodAt.startsWith(start));
        return {
          incidents: within.length,
          mttdMs: statistics(within.map(one => one.timeToDetectMs)),
        };
      };
      expect(statistics(all.map(one => one.timeToDetectMs))).toEqual(
        expected.mttdMs,
      );
      expect(statistics(all.map(one => one.timeToContainMs))).toEqual(
        expected.mttcMs,
      );
      expect(year('2013')).toEqual(expected.year2013);
      expect(year('2017')).toEqual(expected.year2017);
      expect(countBy(incidents.map(one => one.severity))).toEqual(
        expected.severity,
      );
      const patterns = countBy(
        incidents.map(one =>
          [one.category ?? 'unknown', one.attackVector ?? 'unknown'].join('|'),
        ),
      );
      const top = Object.entries(patterns).sort(([, a], [, b]) => b - a);
      expect(
        top.slice(0, 5).map(([key, count]) => [...key.split('|'), count]),
      ).toEqual(expected.topPatterns);
      expect(countRepeats(all.filter(one => canRepeat(one.incident)))).toBe(
        expected.repeats,
      );
    });

    it('name the components that a catalog needs', async () => {
      const entries = await readVerisCatalog(open());
      expect(new Set(entries.map(entry => entry.entityRef)).size).toBe(
        expected.entities,
      );
      expect(entries).toHaveLength(expected.entities);
    });
  },
);
