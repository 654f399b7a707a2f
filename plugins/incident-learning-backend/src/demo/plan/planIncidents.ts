import type { IncidentKind } from '@hindsight/backstage-plugin-incident-learning-common';
import { HOUR, MINUTE, Span } from '../clock';
import type { Random } from '../random';
import {
  DRILL_SCENARIOS,
  KIOSK_SCENARIOS,
  OFFICE_SCENARIOS,
  OPERATIONAL_SCENARIOS,
  Scenario,
  SECURITY_SCENARIOS,
} from '../scenarios';
import {
  CATALOG_SERVICES,
  DemoService,
  OFFICE,
  UNKNOWN_SERVICE,
} from '../services';
import { CURRENT_INCIDENTS } from './current';
import type { PlannedIncident } from './types';
import { planOrdinary } from './planOrdinary';
import { WEAK_SPOTS } from './weakSpots';
import { atItsHour, drawDay } from './when';

const COUNTS = { ordinary: 292, unassigned: 13, unknown: 5, drills: 6 };

/** Everything that happens within the span, in the order in which it occurred. */
export function planIncidents(span: Span, random: Random): PlannedIncident[] {
  const fixed = [
    ...planWeakSpots(span, random.fork('weak spots')),
    ...planCurrent(span, random.fork('current')),
  ];
  return [
    ...fixed,
    ...planOrdinary(COUNTS.ordinary, fixed, span, random.fork('ordinary')),
    ...planElsewhere(span, random.fork('elsewhere')),
  ].sort((a, b) => a.at - b.at);
}

function planWeakSpots(span: Span, random: Random): PlannedIncident[] {
  const quarter = (span.end - span.start) / 8;
  return WEAK_SPOTS.flatMap(spot => {
    const scenarios = scenariosOf(spot.kind, spot);
    return spot.quarters.flatMap((count, index) =>
      Array.from({ length: count }, () => {
        const scenario = random.pick(scenarios);
        const day = span.start + (index + random.next()) * quarter;
        const at = atItsHour(day, scenario.hours, span, random);
        return planned(spot.kind, scenario, serviceOf(spot.service), at);
      }),
    );
  });
}

function planCurrent(span: Span, random: Random): PlannedIncident[] {
  return CURRENT_INCIDENTS.map(current => ({
    ...planned(
      current.kind,
      random.pick(scenariosOf(current.kind, current)),
      serviceOf(current.service),
      span.end - Math.round((current.hoursAgo * HOUR) / MINUTE) * MINUTE,
    ),
    stage: current.stage,
  }));
}

/** What belongs to no service, to one that the catalog does not know, or to an exercise. */
function planElsewhere(span: Span, random: Random): PlannedIncident[] {
  const draw = (scenario: Scenario, service: DemoService) =>
    planned(
      scenario.attackVector === 'network link' ||
        service === UNKNOWN_SERVICE ||
        scenario.category === 'dependency'
        ? 'operational'
        : 'security',
      scenario,
      service,
      atItsHour(drawDay(span, random), scenario.hours, span, random),
    );
  const times = <T>(count: number, make: (index: number) => T) =>
    Array.from({ length: count }, (_, index) => make(index));
  return [
    ...times(COUNTS.unassigned, () => ({
      ...draw(random.pick(OFFICE_SCENARIOS), OFFICE),
      assigned: false,
    })),
    ...times(COUNTS.unknown, () =>
      draw(random.pick(KIOSK_SCENARIOS), UNKNOWN_SERVICE),
    ),
    ...times(COUNTS.drills, index => {
      const scenario = DRILL_SCENARIOS[index % DRILL_SCENARIOS.length];
      const service = serviceOf(random.pick(scenario.services));
      return { ...draw(scenario, service), drill: true };
    }),
  ];
}

function planned(
  kind: IncidentKind,
  scenario: Scenario,
  service: DemoService,
  at: number,
): PlannedIncident {
  return { kind, scenario, service, at, assigned: true, drill: false };
}

function scenariosOf(
  kind: IncidentKind,
  what: { service: string; category: string; attackVector: string },
): Scenario[] {
  const all = kind === 'security' ? SECURITY_SCENARIOS : OPERATIONAL_SCENARIOS;
  return all.filter(
    scenario =>
      scenario.category === what.category &&
      scenario.attackVector === what.attackVector &&
      scenario.services.includes(what.service),
  );
}

function serviceOf(name: string): DemoService {
  const service = CATALOG_SERVICES.find(candidate => candidate.name === name);
  if (!service) {
    throw new Error(`No such service: ${name}`);
  }
  return service;
}
