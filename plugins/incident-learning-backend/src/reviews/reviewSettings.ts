import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  DEFAULT_CALENDAR,
  ReviewTemplate,
  SEVERITIES,
  STANDARD_TEMPLATE,
  Severity,
  WorkCalendar,
  entityRefSchema,
  reviewTemplateSchema,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { z } from 'zod';
import { readSettings } from '../http';

const KEY = 'incidentLearning.reviews';
const daysSchema = z
  .number({ message: 'is no number of days' })
  .min(0, 'is below 0: give a number of days')
  .max(3650, 'is above 3650 days');

const settingsSchema = z.object({
  neededFor: z
    .object({
      severities: z.array(z.enum(SEVERITIES)).default([...SEVERITIES]),
      priority: z.boolean().default(false),
    })
    .prefault({}),
  scheduleAfterDays: daysSchema.default(2),
  scheduleWithinDays: daysSchema.default(14),
  businessDays: z.boolean().default(false),
  weekend: z.array(z.number().int().min(0).max(6)).max(6).optional(),
  holidays: z
    .array(
      z.iso.date({
        message: 'is no date that exists: write a date such as 2024-12-25',
      }),
    )
    .optional(),
  facilitators: entityRefSchema.optional(),
  feedback: z
    .object({
      dueAfterDays: daysSchema.default(3),
      remindBeforeDays: daysSchema.default(1),
      remindAfterDays: daysSchema.default(1),
      remindEveryDays: daysSchema
        .min(1, 'is below 1: remind at most once a day')
        .default(1),
    })
    .prefault({}),
  templates: z.array(reviewTemplateSchema).default([]),
});

/** When participants are asked and reminded, in days. */
export interface FeedbackSettings {
  /** From being asked until the answer is due. */
  dueAfterDays: number;
  remindBeforeDays: number;
  remindAfterDays: number;
  /** How often from then on. */
  remindEveryDays: number;
}

/** What the configuration says of reviews. */
export interface ReviewSettings {
  /** Severities of incidents that need a review. */
  severities: Severity[];
  /** Whether those of priority by the active risk profile need one, whatever their severity. */
  priority: boolean;
  /** From an incident's end until its review, in days. */
  scheduleAfterDays: number;
  /** How long ago an incident may have ended for a review to be scheduled by itself. */
  scheduleWithinDays: number;
  /** Whether `scheduleAfterDays` counts business days alone. */
  businessDays: boolean;
  calendar: WorkCalendar;
  /** The group whose members lead reviews in turn. */
  facilitators?: string;
  feedback: FeedbackSettings;
  templates: ReviewTemplate[];
}

/** @throws InputError that names each setting that is wrong */
export function readReviewSettings(config: RootConfigService): ReviewSettings {
  const parsed = readSettings(config, KEY, settingsSchema);
  const { neededFor, weekend, holidays, templates, ...settings } = parsed;
  return {
    ...settings,
    severities: neededFor.severities,
    priority: neededFor.priority,
    calendar: {
      weekend: weekend ?? DEFAULT_CALENDAR.weekend,
      holidays: holidays ?? DEFAULT_CALENDAR.holidays,
    },
    templates: withStandard(templates),
  };
}

function withStandard(templates: ReviewTemplate[]): ReviewTemplate[] {
  const ids = templates.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) {
    throw new InputError(
      `${KEY}.templates has two of the id ${twice}: give each an id of its own`,
    );
  }
  return ids.includes(STANDARD_TEMPLATE.id)
    ? templates
    : [...templates, STANDARD_TEMPLATE];
}
