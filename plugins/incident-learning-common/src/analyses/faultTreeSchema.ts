import { z } from 'zod';
import { lineSchema, unitIntervalSchema } from '../incidents/fields';
import { checkFaultTree } from './faultTreeStructure';
import { evidenceListSchema, nodeIdSchema, nodesSchema } from './fields';
import { isReadable, report } from './structure';
import { MAX_ANALYSIS_NODES } from './vocabulary';

/**
 * A gate: `and` happens when all of its children do, `or` when any does. Without children it is an event that nobody
 * has developed yet, and counts as such.
 *
 * @public
 */
export const faultTreeGateSchema = z
  .strictObject({
    type: z.enum(['and', 'or']),
    id: nodeIdSchema,
    label: lineSchema(500),
    /** Ids of gates and basic events; one of them may stand under several gates. */
    children: z
      .array(nodeIdSchema)
      .max(MAX_ANALYSIS_NODES, 'has more entries than an analysis has nodes')
      .default([]),
  })
  .meta({ id: 'FaultTreeGate' });

/** An event that is not taken apart further. @public */
export const basicEventSchema = z
  .strictObject({
    type: z.literal('basic'),
    id: nodeIdSchema,
    label: lineSchema(500),
    /** That it happens, from 0 to 1, independently of the others. */
    probability: unitIntervalSchema.optional(),
    evidence: evidenceListSchema,
    cause: z.boolean({ message: 'is neither true nor false' }).default(false),
  })
  .meta({ id: 'FaultTreeBasicEvent' });

/** @public */
export const faultTreeNodeSchema = z.discriminatedUnion(
  'type',
  [faultTreeGateSchema, basicEventSchema],
  { message: 'is no type of node: write and, or, or basic' },
);

/**
 * A fault tree of AND and OR gates over basic events; nodes may be shared, so it is a directed acyclic graph.
 *
 * @public
 */
export const faultTreeSchema = z
  .strictObject({
    kind: z.literal('fault-tree'),
    /** The id of the node whose causes are sought. */
    topEvent: nodeIdSchema,
    nodes: nodesSchema(faultTreeNodeSchema),
  })
  .superRefine((value, ctx) => report(ctx, checkFaultTree(value)), {
    when: ({ value }) => isReadable(value, 'nodes'),
  })
  .meta({ id: 'FaultTreeAnalysis' });

/** @public */
export type FaultTreeGate = z.output<typeof faultTreeGateSchema>;
/** @public */
export type BasicEvent = z.output<typeof basicEventSchema>;
/** @public */
export type FaultTreeNode = z.output<typeof faultTreeNodeSchema>;
/** @public */
export type FaultTreeAnalysis = z.output<typeof faultTreeSchema>;
