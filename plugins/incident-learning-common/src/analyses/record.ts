import { z } from 'zod';
import { lineSchema, recordShape } from '../incidents/fields';
import { analysisSchema } from './schema';

/** An analysis as a person adds it to a review. @public */
export const analysisRecordInputSchema = z
  .strictObject({ title: lineSchema(300), analysis: analysisSchema })
  .meta({ id: 'AnalysisRecordInput' });

/** What is left out stays; an analysis is replaced as a whole and keeps its kind. @public */
export const analysisRecordPatchSchema = analysisRecordInputSchema
  .partial()
  .meta({ id: 'AnalysisRecordPatch' });

/** An analysis of a review as the backend answers it. @public */
export const analysisRecordSchema = z
  .object({
    ...analysisRecordInputSchema.shape,
    ...recordShape,
    reviewId: z.string(),
  })
  .meta({ id: 'AnalysisRecord' });

/** @public */
export type AnalysisRecordInput = z.input<typeof analysisRecordInputSchema>;
/** @public */
export type AnalysisRecordPatch = z.input<typeof analysisRecordPatchSchema>;
/** @public */
export type AnalysisRecord = z.output<typeof analysisRecordSchema>;
