import { z } from 'zod';
import { timeSchema } from '../incidents/fields';
import { incidentFilterSchema } from '../incidents/query';
import { riskFactorsSchema } from '../incidents/risk';
import { INCIDENT_STATUSES, SEVERITIES } from '../incidents/vocabulary';
import { RISK_FACTORS } from './factors';

/** As many incidents as one what-if holds in a browser. @public */
export const MAX_RISK_INCIDENTS = 10_000;

/** Which incidents are weighed; as lists of incidents are filtered. @public */
export const riskFilterSchema = incidentFilterSchema.omit({ drill: true });

/** @public */
export type RiskFilter = z.output<typeof riskFilterSchema>;

/** An incident as what-ifs weigh it. @public */
export const riskInputSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    severity: z.enum(SEVERITIES),
    status: z.enum(INCIDENT_STATUSES),
    /** Its period time. */
    at: timeSchema,
    primaryEntityRef: z.string().optional(),
    factors: riskFactorsSchema,
    derived: z.array(z.enum(RISK_FACTORS)),
    /** Held against the threshold, but no part of what a quantile is taken over: the incident is restricted. */
    apart: z.boolean().optional(),
  })
  .meta({ id: 'RiskInput' });

/** @public */
export type RiskInput = z.output<typeof riskInputSchema>;

/** @public */
export const riskInputsSchema = z
  .object({
    /** The latest first, at most 10,000. */
    items: z.array(riskInputSchema),
    /** How many incidents the filter means; more than `items` where those are the latest alone. */
    totalItems: z.number().int(),
  })
  .meta({ id: 'RiskInputs' });

/** @public */
export type RiskInputs = z.output<typeof riskInputsSchema>;
