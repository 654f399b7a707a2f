import { z } from 'zod';
import { incidentChangeSchema } from '../incidents/schema';

/** One change of a lesson. @public */
export const lessonChangeSchema = incidentChangeSchema
  .omit({ incidentId: true, operation: true })
  .extend({
    lessonId: z.string(),
    operation: z.enum(['created', 'updated', 'published']),
  })
  .meta({ id: 'LessonChange' });

/** @public */
export type LessonChange = z.output<typeof lessonChangeSchema>;
