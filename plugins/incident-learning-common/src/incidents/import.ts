import { z } from 'zod';
import { flagSchema } from '../http/query';

/** @public */
export const importProblemSchema = z.object({
  /** The place in the record, such as `timeline.incident.day`; empty for the record as a whole. */
  path: z.string(),
  /** What is wrong and what to do. */
  message: z.string(),
});

/** @public */
export const IMPORT_OUTCOMES = [
  'created',
  'updated',
  'unchanged',
  'rejected',
] as const;

/** @public */
export const importRowSchema = z.object({
  /** The line of the file where the record starts, from 1. */
  line: z.number().int(),
  id: z.string().optional(),
  outcome: z.enum(IMPORT_OUTCOMES),
  /** Of a rejected record: why. Of any other: warnings. */
  problems: z.array(importProblemSchema),
});

/** @public */
export const importReportSchema = z
  .object({
    created: z.number().int(),
    updated: z.number().int(),
    unchanged: z.number().int(),
    rejected: z.number().int(),
    /** How many records went in with a problem. */
    warnings: z.number().int(),
    rows: z.array(importRowSchema),
  })
  .meta({ id: 'ImportReport' });

/** @public */
export const importQuerySchema = z.object({
  /** `incident` (JSON or NDJSON), `csv`, `veris`, or one that a module adds. */
  format: z.string().min(1).default('incident'),
  /** Writes nothing and answers the same. */
  dryRun: flagSchema,
});

/** @public */
export type ImportProblem = z.output<typeof importProblemSchema>;
/** @public */
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number];
/** @public */
export type ImportRow = z.output<typeof importRowSchema>;
/** @public */
export type ImportReport = z.output<typeof importReportSchema>;
