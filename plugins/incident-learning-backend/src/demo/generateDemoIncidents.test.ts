import {
  canRepeat,
  deriveIncident,
  FINDING_CODES,
  INCIDENT_STATUSES,
  IncidentContent,
  incidentInputSchema,
  SEVERITIES,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { DAY, HOUR } from './clock';
import { generateDemoIncidents } from './generateDemoIncidents';
import { UNKNOWN_SERVICE } from './services';

// An ordinary day, the turn of a year, and the last day of a February.
const NOWS = [
  '2026-03-18T10:20:00.000Z',
  '2027-01-01T00:00:00.000Z',
  '2028-02-29T23:59:59.000Z',
];

function generate(now: string): IncidentContent[] {
  return generateDemoIncidents({ now: new Date(now) }).map(incident =>
    incidentInputSchema.parse(incident),
  );
}

function withDerived(incidents: IncidentContent[], now: string) {
  return incidents.map(incident => ({
    incident,
    ...deriveIncident(incident, { createdAt: now, now }),
  }));
}

function countRepeats(incidents: IncidentContent[], now: string): number {
  const lastSeen = new Map<string, number>();
  return withDerived(incidents, now)
    .filter(({ incident }) => canRepeat(incident))
    .sort((a, b) => a.periodAt.localeCompare(b.periodAt))
    .filter(({ signature, periodAt }) => {
      const at = Date.parse(periodAt);
      const before = lastSeen.get(signature);
      lastSeen.set(signature, at);
      return before !== undefined && at - before <= 365 * DAY;
    }).length;
}

function medianAndMean(values: (number | undefined)[]) {
  const sorted = values
    .filter((value): value is number => value !== undefined && value >= 0)
    .sort((a, b) => a - b);
  return {
    median: sorted[Math.floor(sorted.length / 2)],
    mean: sorted.reduce((sum, value) => sum + value, 0) / sorted.length,
  };
}

describe('generateDemoIncidents', () => {
  it('tells the same story throughout an hour, and another one at another time', () => {
    const story = generateDemoIncidents({ now: new Date(NOWS[0]) });
    expect(
      generateDemoIncidents({ now: new Date('2026-03-18T10:59:59.999Z') }),
    ).toEqual(story);
    expect(generateDemoIncidents({ now: new Date(NOWS[1]) })).not.toEqual(
      story,
    );
  });

  it('finds something to tell on any day', () => {
    for (let week = 0; week < 110; week += 5) {
      const day = Date.parse(NOWS[0]) + week * 7.3 * DAY;
      const now = new Date(day).toISOString();
      withDerived(generate(now), now).forEach(({ periodAt, incident }) => {
        expect(periodAt <= now).toBe(true);
        expect(incident.timeline.every(({ at }) => at <= now)).toBe(true);
      });
    }
  });

  describe.each(NOWS)('at %s', now => {
    const incidents = generate(now);
    const derived = withDerived(incidents, now);
    const count = (fits: (incident: IncidentContent) => unknown) =>
      incidents.filter(fits).length;

    it('has some 400 incidents of both kinds within 24 months, each with a key', () => {
      expect(incidents.length).toBeGreaterThan(380);
      expect(incidents.length).toBeLessThan(430);
      const security = count(({ kind }) => kind === 'security');
      expect(security / incidents.length).toBeGreaterThan(0.28);
      expect(security / incidents.length).toBeLessThan(0.42);
      expect(new Set(incidents.map(({ source }) => source?.id)).size).toBe(
        incidents.length,
      );
      const start = new Date(now);
      start.setUTCMonth(start.getUTCMonth() - 25);
      derived.forEach(({ periodAt }) => {
        expect(periodAt > start.toISOString() && periodAt <= now).toBe(true);
      });
    });

    it('has every status and severity, and is over for most', () => {
      INCIDENT_STATUSES.forEach(each =>
        expect(count(({ status }) => status === each)).toBeGreaterThan(1),
      );
      SEVERITIES.forEach(each =>
        expect(count(({ severity }) => severity === each)).toBeGreaterThan(1),
      );
      const ongoing = ({ status }: IncidentContent) =>
        status === 'open' || status === 'contained';
      expect(count(ongoing)).toBeLessThan(20);
      expect(count(({ status }) => status === 'closed')).toBeGreaterThan(340);
    });

    it('has repeats, most of them at a few weak spots', () => {
      const repeats = countRepeats(incidents, now);
      expect(repeats).toBeGreaterThan(60);
      expect(repeats).toBeLessThan(110);
      const bySignature = new Map<string, number>();
      derived.forEach(({ signature }) =>
        bySignature.set(signature, (bySignature.get(signature) ?? 0) + 1),
      );
      const frequent = [...bySignature.values()].filter(times => times >= 7);
      expect(frequent.length).toBeGreaterThanOrEqual(6);
      expect(frequent.length).toBeLessThan(15);
    });

    it('has skewed durations', () => {
      const detect = medianAndMean(derived.map(each => each.timeToDetectMs));
      expect(detect.mean).toBeGreaterThan(10 * detect.median);
      const contain = medianAndMean(derived.map(each => each.timeToContainMs));
      expect(contain.mean).toBeGreaterThan(2 * contain.median);
      const security = medianAndMean(
        derived
          .filter(({ incident }) => incident.kind === 'security')
          .map(each => each.timeToDetectMs),
      );
      expect(security.median).toBeGreaterThan(4 * HOUR);
    });

    it('has dirty records of every kind, and mostly clean ones', () => {
      FINDING_CODES.forEach(code => {
        const found = derived.filter(({ dataQuality }) =>
          dataQuality.some(finding => finding.code === code),
        );
        expect(found.length).toBeGreaterThanOrEqual(2);
      });
      const clean = derived.filter(each => each.dataQuality.length === 0);
      expect(clean.length / derived.length).toBeGreaterThan(0.75);
      expect(
        count(each => each.reportedTimeToDetectMs && !each.detectedAt),
      ).toBeGreaterThan(10);
      expect(count(each => each.entityRefs.length === 0)).toBeGreaterThan(8);
      expect(count(each => each.entityRefs.length > 1)).toBeGreaterThan(50);
      expect(
        count(each =>
          each.entityRefs.includes(`component:default/${UNKNOWN_SERVICE.name}`),
        ),
      ).toBe(5);
      expect(count(({ drill }) => drill)).toBe(6);
      expect(
        count(({ visibility }) => visibility === 'restricted'),
      ).toBeGreaterThanOrEqual(2);
    });

    it('tells time lines in order, none beyond now, longer for grave incidents', () => {
      const lengthOf = (severities: string[]) =>
        medianAndMean(
          incidents
            .filter(({ severity, timeline }) =>
              timeline.length > 0 ? severities.includes(severity) : false,
            )
            .map(({ timeline }) => timeline.length),
        ).median;
      expect(lengthOf(['critical', 'high'])).toBeGreaterThanOrEqual(8);
      expect(lengthOf(['low'])).toBeLessThanOrEqual(4);
      incidents.forEach(({ timeline }) => {
        const times = timeline.map(({ at }) => at);
        expect(times).toEqual([...times].sort());
        expect((times.at(-1) ?? '') <= now).toBe(true);
      });
    });

    it('does not repeat itself in titles and summaries', () => {
      const distinct = (texts: (string | undefined)[]) => new Set(texts).size;
      expect(distinct(incidents.map(({ title }) => title))).toBeGreaterThan(
        0.8 * incidents.length,
      );
      expect(distinct(incidents.map(({ summary }) => summary))).toBeGreaterThan(
        0.85 * incidents.length,
      );
    });
  });
});
