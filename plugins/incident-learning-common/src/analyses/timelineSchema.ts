import { z } from 'zod';
import { lineSchema, timeSchema } from '../incidents/fields';
import { PRECISIONS } from '../incidents/vocabulary';
import { evidenceListSchema, nodeIdSchema, nodesSchema } from './fields';
import { StructureProblem, indexNodes, isReadable, report } from './structure';
import { TIMELINE_KINDS } from './vocabulary';

const said = {
  at: timeSchema,
  precision: z.enum(PRECISIONS),
  kind: z.enum(TIMELINE_KINDS),
  text: lineSchema(2000),
  source: lineSchema(300),
  knownAt: timeSchema,
};

/** Why an event was changed, and what it said before. @public */
export const timelineCorrectionSchema = z
  .strictObject({
    reason: lineSchema(1000),
    from: z
      .strictObject(said)
      .partial()
      .refine(from => Object.keys(from).length > 0, {
        message: 'is empty: keep what the event said before',
      }),
  })
  .meta({ id: 'TimelineCorrection' });

/** One event of a timeline analysis. @public */
export const timelineAnalysisEventSchema = z
  .strictObject({
    id: nodeIdSchema,
    at: said.at,
    /** How finely `at` is known; `exact` unless said. */
    precision: said.precision.optional(),
    kind: said.kind.default('other'),
    text: said.text,
    source: said.source.optional(),
    /** A flag on the picture, for decisions that set the course. */
    marker: lineSchema(60).optional(),
    /** When those who responded learnt of it, where that was not at once. */
    knownAt: said.knownAt.optional(),
    /** The event that this action or decision answers. */
    respondsTo: nodeIdSchema.optional(),
    correction: timelineCorrectionSchema.optional(),
    evidence: evidenceListSchema,
    cause: z.boolean({ message: 'is neither true nor false' }).default(false),
  })
  .meta({ id: 'TimelineAnalysisEvent' });

/** A timeline analysis: what happened, what was known when, and what was decided on it. @public */
export const timelineSchema = z
  .strictObject({
    kind: z.literal('timeline'),
    events: nodesSchema(timelineAnalysisEventSchema),
  })
  .superRefine((value, ctx) => report(ctx, checkEvents(value.events)), {
    when: ({ value }) => isReadable(value, 'events'),
  })
  .meta({ id: 'TimelineAnalysis' });

function checkEvents(
  events: { id: string; respondsTo?: string }[],
): StructureProblem[] {
  const { byId, problems } = indexNodes(events, 'events');
  events.forEach(({ id, respondsTo }, index) => {
    const path = ['events', index, 'respondsTo'];
    if (respondsTo === id) {
      problems.push({
        path,
        message: 'names the event itself: name the event that it answers',
      });
    } else if (respondsTo !== undefined && !byId.has(respondsTo)) {
      problems.push({
        path,
        message: `names no event of this timeline ("${respondsTo}"): add it or leave this out`,
      });
    }
  });
  return problems;
}

/** @public */
export type TimelineCorrection = z.output<typeof timelineCorrectionSchema>;
/** @public */
export type TimelineAnalysisEvent = z.output<
  typeof timelineAnalysisEventSchema
>;
/** @public */
export type TimelineAnalysis = z.output<typeof timelineSchema>;
