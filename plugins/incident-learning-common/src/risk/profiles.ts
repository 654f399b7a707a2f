import { z } from 'zod';
import {
  lineSchema,
  recordShape,
  textSchema,
  timeSchema,
} from '../incidents/fields';
import { riskModelSchema } from './model';

const nameSchema = lineSchema(100);

/** @public */
export const riskProfileInputSchema = z
  .strictObject({
    name: nameSchema,
    description: textSchema.optional(),
    model: riskModelSchema,
    /** Why it weighs so. */
    note: textSchema.optional(),
  })
  .meta({ id: 'RiskProfileInput' });

/** A change; another model makes the next version. `null` clears. @public */
export const riskProfilePatchSchema = z
  .strictObject({
    name: nameSchema.optional(),
    description: textSchema.nullish(),
    model: riskModelSchema.optional(),
    note: textSchema.optional(),
  })
  .meta({ id: 'RiskProfilePatch' });

/** One version of a profile; it never changes. @public */
export const riskProfileVersionSchema = z
  .object({
    version: z.number().int(),
    model: riskModelSchema,
    createdAt: timeSchema,
    createdBy: z.string(),
    note: z.string().optional(),
    /** The experiment that it was adopted from. */
    experimentId: z.string().optional(),
  })
  .meta({ id: 'RiskProfileVersion' });

/** A named way to weigh risk. @public */
export const riskProfileSchema = z
  .object({
    ...recordShape,
    name: z.string(),
    description: z.string().optional(),
    /** The latest first; never empty. */
    versions: z.array(riskProfileVersionSchema).min(1),
    /** Of this profile's version by which priority is decided now; absent where another profile decides. */
    activeVersion: z.number().int().optional(),
  })
  .meta({ id: 'RiskProfile' });

/** @public */
export const riskActivationInputSchema = z
  .strictObject({
    /** The latest unless said. */
    version: z.number().int().min(1).optional(),
    reason: lineSchema(2000),
  })
  .meta({ id: 'RiskActivationInput' });

/** Who made which version decide, when and why. @public */
export const riskActivationSchema = z
  .object({
    id: z.string(),
    profileId: z.string(),
    /** The name that the profile had. */
    profileName: z.string(),
    version: z.number().int(),
    model: riskModelSchema,
    at: timeSchema,
    by: z.string(),
    reason: z.string(),
  })
  .meta({ id: 'RiskActivation' });

/** How priority is decided now. @public */
export const riskStateSchema = z
  .object({
    activation: riskActivationSchema,
    /** The score from which on an incident has priority; absent where no incident has a score. */
    threshold: z.number().optional(),
    /** Of the incidents that are not restricted, drills aside: how many have a score, and how many of those priority. */
    scored: z.number().int(),
    priorityCount: z.number().int(),
    /** Incidents that are still to be scored by the active profile. */
    pending: z.number().int(),
    refreshedAt: timeSchema.optional(),
  })
  .meta({ id: 'RiskState' });

/** @public */
export type RiskProfileInput = z.input<typeof riskProfileInputSchema>;
/** @public */
export type RiskProfilePatch = z.input<typeof riskProfilePatchSchema>;
/** @public */
export type RiskProfileVersion = z.output<typeof riskProfileVersionSchema>;
/** @public */
export type RiskProfile = z.output<typeof riskProfileSchema>;
/** @public */
export type RiskActivationInput = z.input<typeof riskActivationInputSchema>;
/** @public */
export type RiskActivation = z.output<typeof riskActivationSchema>;
/** @public */
export type RiskState = z.output<typeof riskStateSchema>;
