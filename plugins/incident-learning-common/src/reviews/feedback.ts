import { z } from 'zod';
import { textSchema } from '../incidents/fields';

/** From so many answers on, anonymous ones are shown. @public */
export const FEEDBACK_SHOWN_FROM = 3;

/** What a participant answers; every question may be left out, but not all. @public */
export const feedbackAnswersSchema = z
  .strictObject({
    wentWell: textSchema.optional(),
    couldImprove: textSchema.optional(),
    surprised: textSchema.optional(),
    lessons: textSchema.optional(),
    suggestedActions: textSchema.optional(),
    /** Whether something learned will change their work. */
    learnedSomething: z.boolean().optional(),
    wouldAttendAgain: z.boolean().optional(),
    /** How well the response went, 1 to 5. */
    responseRating: z
      .number({ message: 'is no number' })
      .int('is no whole number: give 1 to 5')
      .min(1, 'is below 1: give 1 to 5')
      .max(5, 'is above 5: give 1 to 5')
      .optional(),
  })
  .meta({ id: 'FeedbackAnswers' });

/** The questions that are answered in words, in the order of the form. @public */
export const FEEDBACK_QUESTIONS = [
  ['wentWell', 'What went well?'],
  ['couldImprove', 'What could be improved?'],
  ['surprised', 'What surprised you?'],
  ['lessons', 'What did you learn?'],
  ['suggestedActions', 'What should we do?'],
] as const;

/** @public */
export const feedbackInputSchema = z
  .strictObject({
    answers: feedbackAnswersSchema,
    /** Kept apart from who answered; it can then not be changed any more. */
    anonymous: z.boolean().default(false),
  })
  .refine(
    ({ answers }) =>
      Object.values(answers).some(
        answer => answer !== undefined && answer !== '',
      ),
    { path: ['answers'], message: 'is empty: answer at least one question' },
  )
  .meta({ id: 'FeedbackInput' });

/** One answer; `by` is absent of an anonymous one. @public */
export const feedbackSchema = z
  .object({ by: z.string().optional(), answers: feedbackAnswersSchema })
  .meta({ id: 'Feedback' });

/** What was answered so far, and what may be shown of it. @public */
export const feedbackSummarySchema = z
  .object({
    asked: z.number().int(),
    answered: z.number().int(),
    /** Who was asked and has not answered. Empty where it would tell who is behind an anonymous answer. */
    waitingFor: z.array(z.string()),
    /** In an order that tells nothing; anonymous ones only from three on. */
    answers: z.array(feedbackSchema),
    /** Anonymous answers that are not shown yet. */
    withheld: z.number().int(),
    /** The caller's own answer, if any that is theirs by name. */
    mine: feedbackSchema.optional(),
    /** Whether the caller was asked and has not answered. */
    waitsForMe: z.boolean(),
  })
  .meta({ id: 'FeedbackSummary' });

/** @public */
export type FeedbackAnswers = z.output<typeof feedbackAnswersSchema>;
/** @public */
export type FeedbackInput = z.input<typeof feedbackInputSchema>;
/** @public */
export type Feedback = z.output<typeof feedbackSchema>;
/** @public */
export type FeedbackSummary = z.output<typeof feedbackSummarySchema>;
