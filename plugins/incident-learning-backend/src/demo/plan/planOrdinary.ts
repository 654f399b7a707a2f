import type { IncidentKind } from '@hindsight/backstage-plugin-incident-learning-common';
import { DAY, Span } from '../clock';
import type { Random } from '../random';
import {
  OPERATIONAL_SCENARIOS,
  Scenario,
  SECURITY_SCENARIOS,
} from '../scenarios';
import { CATALOG_SERVICES, DemoService } from '../services';
import type { PlannedIncident } from './types';
import { atItsHour, drawDay } from './when';

/** A little more than the look-back, since times move within their week. */
const YEAR = 380 * DAY;
const SECURITY_SHARE = 0.36;
/** How often an ordinary incident is one that the service has had within the year. */
const REPEAT_SHARE = 0.05;

/**
 * What happens besides the weak spots: each service at its own rate, and seldom the same thing twice within a year.
 */
export function planOrdinary(
  count: number,
  fixed: readonly PlannedIncident[],
  span: Span,
  random: Random,
): PlannedIncident[] {
  const lastSeen = new Map<string, number>();
  // Weak spots keep their own time table.
  fixed.forEach(({ service, scenario }) =>
    lastSeen.set(keyOf(service, scenario), Infinity),
  );
  const days = Array.from({ length: count }, () => drawDay(span, random)).sort(
    (a, b) => a - b,
  );
  return days.map(day => {
    const kind: IncidentKind = random.chance(SECURITY_SHARE)
      ? 'security'
      : 'operational';
    const repeat = random.chance(REPEAT_SHARE);
    const { service, scenario } = random.weighted(
      possibleOn(day, kind, repeat, lastSeen).map(
        ({ weight, ...choice }) => [choice, weight] as const,
      ),
    );
    lastSeen.set(keyOf(service, scenario), day);
    return {
      kind,
      scenario,
      service,
      at: atItsHour(day, scenario.hours, span, random),
      assigned: true,
      drill: false,
    };
  });
}

/** What could happen on a day, each service's rate spread over what it has not had, or has had, within a year. */
function possibleOn(
  day: number,
  kind: IncidentKind,
  repeat: boolean,
  lastSeen: ReadonlyMap<string, number>,
) {
  const scenarios =
    kind === 'security' ? SECURITY_SCENARIOS : OPERATIONAL_SCENARIOS;
  const choose = (wanted: (age: number) => boolean) =>
    CATALOG_SERVICES.flatMap(service => {
      const fitting = scenarios.filter(
        scenario =>
          scenario.services.includes(service.name) &&
          wanted(day - (lastSeen.get(keyOf(service, scenario)) ?? -Infinity)),
      );
      const weight = service.rate[kind] / fitting.length;
      return fitting.map(scenario => ({ service, scenario, weight }));
    });
  const seen = choose(age => age >= 0 && age <= YEAR);
  const fresh = choose(age => age > YEAR);
  return (repeat && seen.length > 0) || fresh.length === 0 ? seen : fresh;
}

function keyOf(service: DemoService, scenario: Scenario): string {
  return [service.name, scenario.category, scenario.attackVector].join(' ');
}
