import { z } from 'zod';
import { boundarySchema, scopeSchema } from '../http/query';
import {
  entityRefSchema,
  lineSchema,
  textSchema,
  timeSchema,
  unitIntervalSchema,
} from '../incidents/fields';
import type { TimelineEvent } from '../incidents/schema';
import { kpiShareSchema, kpiStatsSchema } from '../metrics/schema';

/** @public */
export const DECISION_OUTCOMES = ['approved', 'refused'] as const;
/** @public */
export type DecisionOutcome = (typeof DECISION_OUTCOMES)[number];

/** What was decided about containing an incident, and what was known of it then. @public */
export const decisionInputSchema = z
  .strictObject({
    /** What was to be done, such as `Isolate the host`. */
    containmentOption: lineSchema(300),
    outcome: z.enum(DECISION_OUTCOMES),
    /** Who decided: a user or group of the catalog. */
    decidedBy: entityRefSchema,
    decidedAt: timeSchema,
    /** When it was asked for. */
    requestedAt: timeSchema.optional(),
    /** How sure one was at that time; the incident's unless said. */
    confidence: unitIntervalSchema.optional(),
    /** What was thought to be affected at that time; the incident's unless said. */
    blastRadius: textSchema.optional(),
    note: textSchema.optional(),
    /** The record that this one puts right; it stays in the history and counts no more. */
    corrects: z.string().min(1).optional(),
  })
  .refine(
    ({ requestedAt, decidedAt }) =>
      requestedAt === undefined || requestedAt <= decidedAt,
    {
      path: ['requestedAt'],
      message: 'is after decidedAt: a decision follows what asks for it',
    },
  )
  .meta({ id: 'DecisionInput' });

/** A decision as it was recorded; it never changes. @public */
export const decisionSchema = z
  .object({
    id: z.string(),
    incidentId: z.string(),
    ...decisionInputSchema.shape,
    recordedAt: timeSchema,
    recordedBy: z.string(),
    /** The later record that puts this one right. */
    correctedBy: z.string().optional(),
  })
  .meta({ id: 'Decision' });

/** @public */
export type DecisionInput = z.input<typeof decisionInputSchema>;
/** @public */
export type Decision = z.output<typeof decisionSchema>;

/** Decisions as events of the incident's timeline; those that were corrected are left out. @public */
export function decisionEvents(decisions: Decision[]): TimelineEvent[] {
  return decisions
    .filter(({ correctedBy }) => correctedBy === undefined)
    .map(({ containmentOption, outcome, decidedBy, decidedAt, note }) => ({
      at: decidedAt,
      kind: 'decision',
      event: `Containment ${outcome}: ${containmentOption}`,
      action: note,
      source: decidedBy,
    }));
}

/** @public */
export const decisionFiguresQuerySchema = z.object({
  scope: scopeSchema.default('org'),
  /** The period's start, inclusive; 365 days before its end unless said. */
  from: boundarySchema,
  /** The period's end, exclusive; now unless said. */
  to: boundarySchema,
});

const figureSchema = z.object({
  name: z.string(),
  definition: z.string(),
  n: z.number().int(),
});

const durationFigureSchema = figureSchema.extend({
  /** In milliseconds; absent where there is none. */
  stats: kpiStatsSchema.optional(),
  /** Incidents with an approval whose duration is not known. */
  missing: z.number().int(),
  /** Durations that cannot be true, such as a decision before the detection. */
  invalid: z.number().int(),
});

/** How containment was decided in a period. @public */
export const decisionFiguresSchema = z
  .object({
    scope: z.string(),
    from: z.string(),
    to: z.string(),
    /** Of the contained incidents, those with an approval. */
    approvalRate: figureSchema.extend({ share: kpiShareSchema.optional() }),
    /** Of the contained incidents, those for which something was refused. */
    refusalRate: figureSchema.extend({ share: kpiShareSchema.optional() }),
    /** From detection to the first approval. */
    timeToApproval: durationFigureSchema,
    /** From asking to the first approval. */
    approvalWait: durationFigureSchema,
  })
  .meta({ id: 'DecisionFigures' });

/** @public */
export type DecisionFiguresQuery = z.output<typeof decisionFiguresQuerySchema>;
/** @public */
export type DecisionFigures = z.output<typeof decisionFiguresSchema>;
