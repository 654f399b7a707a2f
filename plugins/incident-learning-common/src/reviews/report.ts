import { z } from 'zod';
import { actionSchema } from '../actions/schema';
import { analysisSchema } from '../analyses/schema';
import { timeSchema } from '../incidents/fields';
import { incidentSchema, participantSchema } from '../incidents/schema';
import { lessonSchema } from '../lessons/schema';
import { reviewSectionSchema, rootCauseSchema } from './schema';

/** A published report: a snapshot that never changes. Feedback never enters it. @public */
export const reportSchema = z
  .object({
    reviewId: z.string(),
    version: z.number().int(),
    publishedAt: timeSchema,
    publishedBy: z.string(),
    title: z.string(),
    facilitator: z.string().optional(),
    participants: z.array(participantSchema),
    /** Why it was amended; absent of version 1. */
    amendReason: z.string().optional(),
    /** The parts that differ from the version before. */
    changed: z.array(z.string()),
    incidents: z.array(
      incidentSchema.pick({
        id: true,
        title: true,
        kind: true,
        severity: true,
        status: true,
        category: true,
        attackVector: true,
        entityRefs: true,
        occurredAt: true,
        detectedAt: true,
        declaredAt: true,
        containedAt: true,
        resolvedAt: true,
        closedAt: true,
        precision: true,
        timeToDetectMs: true,
        timeToContainMs: true,
        timeToResolveMs: true,
        timeline: true,
      }),
    ),
    sections: z.array(
      reviewSectionSchema.pick({ id: true, title: true, text: true }),
    ),
    rootCauses: z.array(rootCauseSchema),
    analyses: z.array(
      z.object({ id: z.string(), title: z.string(), analysis: analysisSchema }),
    ),
    lessons: z.array(lessonSchema),
    actions: z.array(actionSchema),
  })
  .meta({ id: 'Report' });

/** @public */
export type Report = z.output<typeof reportSchema>;
