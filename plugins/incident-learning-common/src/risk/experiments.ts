import { z } from 'zod';
import {
  lineSchema,
  recordShape,
  textSchema,
  timeSchema,
} from '../incidents/fields';
import { riskFiguresSchema } from './evaluation';
import { riskFilterSchema } from './inputs';
import { riskScenarioSchema, sameRiskModel } from './model';

/** What a what-if's author has to think through before others rely on it, in the order of the form. @public */
export const REFLECTION_QUESTIONS = [
  [
    'whatChanged',
    'What changed?',
    'The one weight, threshold or assumption that was moved, and from where to where.',
  ],
  [
    'metricBefore',
    'Metric before',
    'A figure with its unit and number of incidents.',
  ],
  ['metricAfter', 'Metric after', 'The same figure after the change.'],
  [
    'interpretation',
    'Interpretation',
    'What the difference says, and what else could explain it.',
  ],
  [
    'limitOfData',
    'Limit of the data',
    'What these incidents cannot show: how many there are, what is missing, what was estimated.',
  ],
  [
    'evidenceNeeded',
    'Evidence needed next',
    'What real operation would have to show for or against the change.',
  ],
  [
    'deploymentRisk',
    'Deployment risk that this data cannot show',
    'What could go wrong once reviews follow the new order.',
  ],
] as const;

/** @public */
export type ReflectionQuestion = (typeof REFLECTION_QUESTIONS)[number][0];

/** The answers; all of them are wanted before an experiment can be adopted. @public */
export const reflectionSchema = z
  .strictObject({
    whatChanged: textSchema.default(''),
    metricBefore: textSchema.default(''),
    metricAfter: textSchema.default(''),
    interpretation: textSchema.default(''),
    limitOfData: textSchema.default(''),
    evidenceNeeded: textSchema.default(''),
    deploymentRisk: textSchema.default(''),
  })
  .meta({ id: 'RiskReflection' });

/** @public */
export type RiskReflection = z.output<typeof reflectionSchema>;

/** @public */
export const EXPERIMENT_STATUSES = ['open', 'adopted', 'turned-down'] as const;
/** @public */
export type ExperimentStatus = (typeof EXPERIMENT_STATUSES)[number];

/** @public */
export const riskExperimentInputSchema = z
  .strictObject({
    title: lineSchema(300),
    /** The active profile unless said. */
    before: riskScenarioSchema.optional(),
    after: riskScenarioSchema,
    filter: riskFilterSchema.strict().default({}),
    reflection: reflectionSchema.prefault({}),
  })
  .meta({ id: 'RiskExperimentInput' });

/** @public */
export const riskExperimentPatchSchema = z
  .strictObject({
    title: lineSchema(300).optional(),
    reflection: reflectionSchema.partial().optional(),
  })
  .meta({ id: 'RiskExperimentPatch' });

/** A what-if that was kept, with what its author makes of it. @public */
export const riskExperimentSchema = z
  .object({
    ...recordShape,
    title: z.string(),
    before: riskScenarioSchema,
    after: riskScenarioSchema,
    filter: riskFilterSchema,
    reflection: reflectionSchema,
    /** What it said when it was saved, over the incidents that are not restricted. */
    figures: z.object({
      before: riskFiguresSchema,
      after: riskFiguresSchema,
      becomesCount: z.number().int(),
      ceasesCount: z.number().int(),
      moved: z.number().int(),
      topTenKept: z.number().int(),
    }),
    status: z.enum(EXPERIMENT_STATUSES),
    /** Of one that was adopted or turned down. */
    decision: z
      .object({
        at: timeSchema,
        by: z.string(),
        note: z.string(),
        /** What it was adopted as. */
        profileId: z.string().optional(),
        version: z.number().int().optional(),
      })
      .optional(),
  })
  .meta({ id: 'RiskExperiment' });

/** Adopts an experiment as a new profile, or as the next version of one. @public */
export const adoptionInputSchema = z
  .strictObject({
    note: lineSchema(2000),
    /** Of the new profile; the experiment's title unless said. */
    name: lineSchema(100).optional(),
    /** The profile to give its next version, instead of a new one. */
    profileId: z.string().min(1).optional(),
    /** Whether priority is decided by it at once; the note is the reason then. */
    activate: z.boolean().default(false),
  })
  .refine(({ name, profileId }) => !(name && profileId), {
    path: ['name'],
    message: 'belongs to a new profile: leave out name, or profileId',
  })
  .meta({ id: 'RiskAdoptionInput' });

/** @public */
export const turnDownInputSchema = z
  .strictObject({ note: lineSchema(2000) })
  .meta({ id: 'RiskTurnDownInput' });

/** @public */
export type RiskExperimentInput = z.input<typeof riskExperimentInputSchema>;
/** @public */
export type RiskExperimentPatch = z.input<typeof riskExperimentPatchSchema>;
/** @public */
export type RiskExperiment = z.output<typeof riskExperimentSchema>;
/** @public */
export type RiskAdoptionInput = z.input<typeof adoptionInputSchema>;

/** What an experiment still wants before it can be adopted: paths of fields, with sentences. Empty when it can. @public */
export function missingForAdoption({
  reflection,
  before,
  after,
}: Pick<RiskExperiment, 'reflection' | 'before' | 'after'>): {
  path: string;
  message: string;
}[] {
  const blank = REFLECTION_QUESTIONS.filter(
    ([question]) => reflection[question].trim() === '',
  ).map(([question, title]) => ({
    path: `reflection.${question}`,
    message: `is blank: answer “${title}” before the experiment is adopted`,
  }));
  return sameRiskModel(before.model, after.model)
    ? [
        ...blank,
        {
          path: 'after.model',
          message:
            'weighs as before, only assumptions differ: there is nothing to adopt, so turn the experiment down with a note',
        },
      ]
    : blank;
}
