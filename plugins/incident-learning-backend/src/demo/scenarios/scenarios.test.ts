import { createRandom } from '../random';
import { CATALOG_SERVICES, OFFICE, UNKNOWN_SERVICE } from '../services';
import { drawSlots } from '../story/slots';
import * as phrases from '../story/phrases';
import { renderSentences, renderTemplate } from '../template';
import {
  DRILL_SCENARIOS,
  KIOSK_SCENARIOS,
  OFFICE_SCENARIOS,
  OPERATIONAL_SCENARIOS,
  Scenario,
  SECURITY_SCENARIOS,
} from '.';

const SERVICES = [...CATALOG_SERVICES, OFFICE, UNKNOWN_SERVICE];
const SCENARIOS = [
  ...OPERATIONAL_SCENARIOS,
  ...SECURITY_SCENARIOS,
  ...OFFICE_SCENARIOS,
  ...KIOSK_SCENARIOS,
  ...DRILL_SCENARIOS,
];

const at = Date.parse('2026-01-15T09:12:00Z');
const course = {
  severity: 'medium' as const,
  status: 'closed' as const,
  toldAt: at + 7_200_000,
  occurredAt: at,
  detectedAt: at + 600_000,
  declaredAt: at + 900_000,
  containedAt: at + 3_600_000,
};

function slotsOf(scenario: Scenario, name: string, seed: number) {
  const service = SERVICES.find(each => each.name === name);
  if (!service) {
    throw new Error(`${scenario.category} names no service: ${name}`);
  }
  const plan = {
    ...{ at, scenario, service, assigned: true, drill: false },
    kind: 'operational' as const,
  };
  return {
    ...drawSlots(plan, course, 10, createRandom(seed)),
    severity: 'medium',
  };
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(textsOf)
    : [];
}

describe('the scenarios', () => {
  it('read well in every choice of words, for each service they fit', () => {
    for (const scenario of SCENARIOS) {
      for (const name of scenario.services) {
        for (let seed = 0; seed < 6; seed++) {
          const slots = slotsOf(scenario, name, seed);
          const random = createRandom(seed);
          const { titles, summaries, impacts = [], ...rest } = scenario;
          const { trigger, detection = [], findings, fixes } = rest;
          const lines = [
            ...titles,
            trigger,
            ...detection,
            ...findings,
            ...fixes,
          ];
          const rendered = lines.map(each =>
            renderTemplate(each, slots, random),
          );
          rendered.forEach(each => expect(each).toMatch(/^\S.*[^\s.]$/));
          const prose = [...summaries, ...impacts].map(each =>
            renderSentences(each, slots, random),
          );
          prose.forEach(each => expect(each).toMatch(/^[A-Z0-9"].*[.]$/));
          [...rendered, ...prose].forEach(each =>
            expect(each).not.toMatch(/[[\]{}|]|undefined|\s\s|\.\./),
          );
        }
      }
    }
  });

  it('share phrases that fit every service', () => {
    for (const { name } of CATALOG_SERVICES) {
      const slots = slotsOf(SCENARIOS[0], name, 1);
      textsOf(phrases).forEach(each =>
        expect(renderSentences(each, slots, createRandom(1))).not.toMatch(
          /[[\]{}|]|undefined|\s\s|\.\./,
        ),
      );
    }
  });
});
