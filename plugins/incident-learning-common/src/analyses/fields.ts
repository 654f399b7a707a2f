import { z } from 'zod';
import { lineSchema, urlSchema } from '../incidents/fields';
import { MAX_ANALYSIS_NODES } from './vocabulary';

/**
 * The name of a node within its analysis. The client chooses it and never changes it, so that root causes can point
 * at the node.
 *
 * @public
 */
export const nodeIdSchema = z
  .string({ message: 'is no text' })
  .min(1, 'is empty: give each node an id of its own')
  .max(100, 'is longer than 100 characters: shorten it')
  .regex(
    /^[A-Za-z0-9._:-]*$/,
    'has other characters than letters, digits and . _ : -',
  );

/** What supports an answer or a cause. @public */
export const evidenceSchema = z
  .strictObject({
    text: lineSchema(2000),
    url: urlSchema.optional(),
  })
  .meta({ id: 'AnalysisEvidence' });

export const evidenceListSchema = z
  .array(evidenceSchema)
  .max(50, 'has more than 50 entries: keep those that prove most')
  .default([]);

/** Text that may still be missing, such as the answer to a question just asked. */
export function draftLineSchema(max: number) {
  return z
    .string({ message: 'is no text' })
    .trim()
    .max(max, `is longer than ${max} characters: shorten it`);
}

/** A list of nodes within what one analysis may hold. */
export function nodesSchema<T extends z.ZodType>(node: T) {
  return z
    .array(node)
    .max(
      MAX_ANALYSIS_NODES,
      `has more than ${MAX_ANALYSIS_NODES.toLocaleString(
        'en',
      )} entries: split the analysis in two`,
    )
    .default([]);
}

/** @public */
export type Evidence = z.output<typeof evidenceSchema>;
