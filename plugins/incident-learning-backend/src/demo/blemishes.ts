import type { IncidentInput } from '@hindsight/backstage-plugin-incident-learning-common';
import { DAY, HOUR, toIso } from './clock';
import type { Random } from './random';

interface Blemish {
  count: number;
  fits(incident: IncidentInput): boolean;
  apply(incident: IncidentInput, random: Random): IncidentInput;
}

/**
 * Spoils some records the way real ones are: times that nobody wrote down, that were typed wrong, or that are known
 * only roughly. No record is spoiled twice, and none that is still going on.
 */
export function addBlemishes(
  incidents: readonly IncidentInput[],
  now: number,
  random: Random,
): IncidentInput[] {
  const result = [...incidents];
  const order = random.shuffle(
    incidents.flatMap((incident, index) =>
      incident.status === 'closed' && !incident.drill ? [index] : [],
    ),
  );
  const spoiled = new Set<number>();
  for (const blemish of blemishes(now)) {
    order
      .filter(index => !spoiled.has(index) && blemish.fits(incidents[index]))
      .slice(0, blemish.count)
      .forEach(index => {
        spoiled.add(index);
        result[index] = blemish.apply(incidents[index], random);
      });
  }
  return result;
}

function blemishes(now: number): Blemish[] {
  return [
    { count: 2, fits: closedWithinTheYear(now), apply: closedInTheFuture },
    { count: 4, fits: everyOne, apply: detectedBeforeItOccurred },
    { count: 4, fits: everyOne, apply: resolvedBeforeContained },
    {
      count: 4,
      fits: ({ category }) => category === 'misuse',
      apply: incident => ({ ...incident, visibility: 'restricted' }),
    },
    { count: 15, fits: isSecurity, apply: onlyDurationsKnown },
    { count: 12, fits: everyOne, apply: knownToTheMonth },
    { count: 14, fits: everyOne, apply: neverSaidWhenDetected },
    { count: 6, fits: everyOne, apply: without('occurredAt') },
    { count: 8, fits: everyOne, apply: without('containedAt') },
    { count: 5, fits: everyOne, apply: without('category', 'attackVector') },
    { count: 8, fits: isLight, apply: onlyATitle },
  ];
}

function everyOne() {
  return true;
}

function isSecurity({ kind }: IncidentInput) {
  return kind === 'security';
}

function isLight({ severity }: IncidentInput) {
  return severity === 'low';
}

function closedWithinTheYear(now: number) {
  return ({ closedAt }: IncidentInput) =>
    closedAt !== undefined && Date.parse(closedAt) > now - 340 * DAY;
}

/** The wrong year was typed. */
function closedInTheFuture(incident: IncidentInput): IncidentInput {
  const closedAt = new Date(incident.closedAt ?? 0);
  closedAt.setUTCFullYear(closedAt.getUTCFullYear() + 1);
  return { ...incident, closedAt: closedAt.toISOString() };
}

/** Local time was typed where UTC was asked for. */
function detectedBeforeItOccurred(
  incident: IncidentInput,
  random: Random,
): IncidentInput {
  const occurred = Date.parse(incident.occurredAt ?? '');
  const detectedAt = toIso(occurred - random.int(1, 12) * (HOUR / 6));
  return { ...incident, detectedAt };
}

function resolvedBeforeContained(incident: IncidentInput): IncidentInput {
  const { containedAt, resolvedAt } = incident;
  return { ...incident, containedAt: resolvedAt, resolvedAt: containedAt };
}

/** Told by a supplier or an auditor, who give durations and a day at most. */
function onlyDurationsKnown(
  incident: IncidentInput,
  random: Random,
): IncidentInput {
  const { detectedAt, declaredAt, containedAt, ...rest } = incident;
  const hours = (from?: string, to?: string) =>
    Math.max(1, Math.round(between(from, to) / HOUR)) * HOUR;
  return {
    ...rest,
    ...(rest.occurredAt && { occurredAt: startOf('day', rest.occurredAt) }),
    reportedTimeToDetectMs: hours(rest.occurredAt, detectedAt),
    ...(random.chance(0.7) && {
      reportedTimeToContainMs: hours(detectedAt, containedAt),
    }),
    precision: { occurredAt: 'day' },
    timeline: [],
  };
}

/** Written down from memory months later. */
function knownToTheMonth(
  incident: IncidentInput,
  random: Random,
): IncidentInput {
  const { declaredAt, containedAt, ...rest } = incident;
  const occurredAt = startOf('month', rest.occurredAt ?? '');
  const month = { occurredAt, timeline: [] };
  return random.chance(0.5)
    ? { ...incident, ...month, precision: { occurredAt: 'month' } }
    : {
        ...rest,
        ...month,
        detectedAt: startOf('month', rest.detectedAt ?? ''),
        precision: { occurredAt: 'month', detectedAt: 'month' },
      };
}

function neverSaidWhenDetected(incident: IncidentInput): IncidentInput {
  const { detectedAt, ...rest } = incident;
  return {
    ...rest,
    timeline: rest.timeline?.filter(({ kind }) => kind !== 'detection'),
  };
}

function without(...fields: (keyof IncidentInput)[]) {
  return (incident: IncidentInput): IncidentInput => {
    const copy = { ...incident };
    fields.forEach(field => delete copy[field]);
    return copy;
  };
}

/** Opened in haste and never filled in. */
function onlyATitle(incident: IncidentInput): IncidentInput {
  const { title, kind, status, category, attackVector } = incident;
  const { entityRefs, occurredAt, detectedAt, resolvedAt, closedAt, source } =
    incident;
  return {
    ...{ title, kind, status, category, attackVector, entityRefs, source },
    ...{ occurredAt, detectedAt, resolvedAt, closedAt },
  };
}

function between(from?: string, to?: string): number {
  return from && to ? Date.parse(to) - Date.parse(from) : 0;
}

function startOf(unit: 'day' | 'month', at: string): string {
  return unit === 'day'
    ? `${at.slice(0, 10)}T00:00:00.000Z`
    : `${at.slice(0, 7)}-01T00:00:00.000Z`;
}
