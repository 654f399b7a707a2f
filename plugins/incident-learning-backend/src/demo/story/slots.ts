import { inWords, toIso } from '../clock';
import { COUNTRIES, DEPOTS, MERCHANTS, REGIONS, TEAMS } from '../company';
import type { PlannedIncident } from '../plan';
import type { Random } from '../random';
import { formatCount, renderTemplate, Slots } from '../template';
import type { Course } from './course';

/** The words that all texts of one incident share. */
export function drawSlots(
  { service, at }: PlannedIncident,
  course: Course,
  monthsIn: number,
  random: Random,
): Slots {
  const [low, high] = service.scale;
  const [version, previous] = drawVersions(monthsIn, random);
  const slots: Slots = {
    ref: service.name,
    team: TEAMS[service.owner].title,
    // Few incidents are large: the logarithm is drawn evenly.
    count: formatCount(
      Math.round(low * (high / low) ** drawExtent(course, random)),
    ),
    clock: toIso(at).slice(11, 16),
    version,
    previous,
    depot: random.pick(DEPOTS),
    region: random.pick(REGIONS),
    merchant: random.pick(MERCHANTS),
    country: random.pick(COUNTRIES),
    duration: inWords((course.containedAt ?? course.declaredAt) - at),
    detectIn: inWords(course.detectedAt - at),
  };
  for (const [name, words] of Object.entries(service.words)) {
    slots[name] = renderTemplate(words, slots, random);
  }
  return slots;
}

/** How much of what could be hit was hit, 0 to 1; more in grave incidents. */
function drawExtent({ severity }: Course, random: Random): number {
  const least = { critical: 0.55, high: 0.4, medium: 0.2, low: 0, unknown: 0 };
  return least[severity] + 0.45 * random.next();
}

/** Versions go up with the months, so that two incidents of one service do not contradict each other. */
function drawVersions(monthsIn: number, random: Random): [string, string] {
  const major = 4 + Math.floor(monthsIn / 12);
  const minor = Math.floor(monthsIn % 12) * 3 + random.int(0, 2);
  const patch = random.int(0, 3);
  return patch > 0
    ? [`${major}.${minor}.${patch}`, `${major}.${minor}.${patch - 1}`]
    : [`${major}.${minor}.0`, `${major}.${Math.max(0, minor - 1)}.2`];
}
