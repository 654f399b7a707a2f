import { z } from 'zod';
import { lineSchema } from '../incidents/fields';
import {
  draftLineSchema,
  evidenceListSchema,
  nodeIdSchema,
  nodesSchema,
} from './fields';
import { checkForest, isReadable, report } from './structure';

/** One answer of a five-whys analysis. @public */
export const whyNodeSchema = z
  .strictObject({
    id: nodeIdSchema,
    /** The answer that this one explains; without it, it explains the problem itself. */
    parentId: nodeIdSchema.optional(),
    /** As the facilitator put it; without it, the question follows from what it explains. */
    question: lineSchema(1000).optional(),
    /** Empty while the question is open. */
    answer: draftLineSchema(2000).default(''),
    evidence: evidenceListSchema,
    /** Whether the answer is believed rather than shown. */
    assumed: z.boolean({ message: 'is neither true nor false' }).default(false),
    /** Whether it is named a cause. */
    cause: z.boolean({ message: 'is neither true nor false' }).default(false),
  })
  .meta({ id: 'WhyNode' });

/**
 * Five whys as a branching tree: a flat list whose nodes name their parents. There may be fewer or more than five
 * levels, and several answers to one question.
 *
 * @public
 */
export const fiveWhysSchema = z
  .strictObject({
    kind: z.literal('five-whys'),
    problem: lineSchema(1000),
    nodes: nodesSchema(whyNodeSchema),
  })
  .superRefine((value, ctx) => report(ctx, checkForest(value.nodes, 'nodes')), {
    when: ({ value }) => isReadable(value, 'nodes'),
  })
  .meta({ id: 'FiveWhysAnalysis' });

/** @public */
export type WhyNode = z.output<typeof whyNodeSchema>;
/** @public */
export type FiveWhysAnalysis = z.output<typeof fiveWhysSchema>;
