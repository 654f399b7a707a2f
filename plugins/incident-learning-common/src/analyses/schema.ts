import { z } from 'zod';
import { faultTreeSchema } from './faultTreeSchema';
import { fishboneSchema } from './fishboneSchema';
import { fiveWhysSchema } from './fiveWhysSchema';
import { timelineSchema } from './timelineSchema';
import { ANALYSIS_KINDS } from './vocabulary';

/** An analysis of any kind, told apart by `kind`. @public */
export const analysisSchema = z
  .discriminatedUnion(
    'kind',
    [fiveWhysSchema, fishboneSchema, faultTreeSchema, timelineSchema],
    {
      message: `is no kind of analysis: write one of ${ANALYSIS_KINDS.join(
        ', ',
      )}`,
    },
  )
  .meta({ id: 'Analysis' });

/** Where a root cause was found. @public */
export const analysisNodeRefSchema = z.strictObject({
  analysisId: z.string().min(1, 'is empty: name the analysis'),
  nodeId: z.string().min(1, 'is empty: name the node'),
});

/** With defaults filled in. @public */
export type Analysis = z.output<typeof analysisSchema>;
/** As it is written. @public */
export type AnalysisInput = z.input<typeof analysisSchema>;
/** @public */
export type AnalysisNodeRef = z.output<typeof analysisNodeRefSchema>;
