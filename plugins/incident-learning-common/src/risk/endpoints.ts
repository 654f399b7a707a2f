import { z } from 'zod';
import { defineEndpoint } from '../http/endpoint';
import { flagSchema, manyOf, pageSchema } from '../http/query';
import {
  decisionFiguresQuerySchema,
  decisionFiguresSchema,
  decisionInputSchema,
  decisionSchema,
} from './decisions';
import { riskEvaluationInputSchema, riskEvaluationSchema } from './evaluation';
import {
  EXPERIMENT_STATUSES,
  adoptionInputSchema,
  riskExperimentInputSchema,
  riskExperimentPatchSchema,
  riskExperimentSchema,
  turnDownInputSchema,
} from './experiments';
import { riskFilterSchema, riskInputsSchema } from './inputs';
import {
  riskActivationInputSchema,
  riskActivationSchema,
  riskProfileInputSchema,
  riskProfilePatchSchema,
  riskProfileSchema,
  riskStateSchema,
} from './profiles';

const tag = 'risk';

/** @public */
export const riskInputsQuerySchema = riskFilterSchema.extend({
  /** CSV has every incident of the filter with its score by the active profile. */
  format: z.enum(['json', 'csv']).default('json'),
});

/** @public */
export const riskExperimentQuerySchema = z.object({
  status: manyOf(z.enum(EXPERIMENT_STATUSES)),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(2000).optional(),
  total: flagSchema,
});

/** @public */
export type RiskInputsQuery = z.output<typeof riskInputsQuerySchema>;
/** @public */
export type RiskExperimentQuery = z.output<typeof riskExperimentQuerySchema>;

/** @public */
export const riskEndpoints = {
  state: defineEndpoint({
    id: 'getRiskState',
    method: 'get',
    path: '/risk',
    summary:
      'How priority is decided now: the active profile and its threshold',
    tag,
    response: riskStateSchema,
  }),
  inputs: defineEndpoint({
    id: 'listRiskIncidents',
    method: 'get',
    path: '/risk/incidents',
    summary:
      'Incidents with their factors, to be weighed by the caller; as CSV with their scores',
    tag,
    query: riskInputsQuerySchema,
    response: riskInputsSchema,
    responseTypes: ['text/csv'],
  }),
  evaluate: defineEndpoint({
    id: 'evaluateRisk',
    method: 'post',
    path: '/risk/evaluations',
    summary:
      'Weigh incidents and rank them, and tell what a change of weights, threshold or assumptions would do; nothing is stored',
    tag,
    body: riskEvaluationInputSchema,
    response: riskEvaluationSchema,
  }),
  profiles: defineEndpoint({
    id: 'listRiskProfiles',
    method: 'get',
    path: '/risk/profiles',
    summary: 'Every profile with its versions, by name',
    tag,
    response: z.object({ items: z.array(riskProfileSchema) }),
  }),
  createProfile: defineEndpoint({
    id: 'createRiskProfile',
    method: 'post',
    path: '/risk/profiles',
    summary: 'Name a way to weigh risk; it decides nothing until activated',
    tag,
    body: riskProfileInputSchema,
    response: riskProfileSchema,
    status: 201,
  }),
  getProfile: defineEndpoint({
    id: 'getRiskProfile',
    method: 'get',
    path: '/risk/profiles/:id',
    summary: 'One profile with its versions',
    tag,
    response: riskProfileSchema,
  }),
  updateProfile: defineEndpoint({
    id: 'updateRiskProfile',
    method: 'patch',
    path: '/risk/profiles/:id',
    summary:
      'Change a profile; another model makes its next version, which decides nothing until activated',
    tag,
    body: riskProfilePatchSchema,
    response: riskProfileSchema,
    conditional: true,
  }),
  deleteProfile: defineEndpoint({
    id: 'deleteRiskProfile',
    method: 'delete',
    path: '/risk/profiles/:id',
    summary: 'Delete a profile; 409 as long as it is active',
    tag,
    status: 204,
    conditional: true,
  }),
  activate: defineEndpoint({
    id: 'activateRiskProfile',
    method: 'post',
    path: '/risk/profiles/:id/activations',
    summary: 'Let a version of a profile decide priority from now on',
    tag,
    body: riskActivationInputSchema,
    response: riskStateSchema,
    status: 201,
  }),
  activations: defineEndpoint({
    id: 'listRiskActivations',
    method: 'get',
    path: '/risk/activations',
    summary: 'Who let which profile decide when and why, the latest first',
    tag,
    query: z.object({
      limit: z.coerce.number().int().min(1).max(200).default(50),
      cursor: z.string().max(2000).optional(),
    }),
    response: pageSchema(riskActivationSchema),
  }),
  experiments: defineEndpoint({
    id: 'listRiskExperiments',
    method: 'get',
    path: '/risk/experiments',
    summary: 'Kept what-ifs, the latest first, page by page',
    tag,
    query: riskExperimentQuerySchema,
    response: pageSchema(riskExperimentSchema),
  }),
  createExperiment: defineEndpoint({
    id: 'createRiskExperiment',
    method: 'post',
    path: '/risk/experiments',
    summary: 'Keep a what-if with its reflection',
    tag,
    body: riskExperimentInputSchema,
    response: riskExperimentSchema,
    status: 201,
  }),
  getExperiment: defineEndpoint({
    id: 'getRiskExperiment',
    method: 'get',
    path: '/risk/experiments/:id',
    summary: 'One kept what-if',
    tag,
    response: riskExperimentSchema,
  }),
  updateExperiment: defineEndpoint({
    id: 'updateRiskExperiment',
    method: 'patch',
    path: '/risk/experiments/:id',
    summary: 'Change the title or the reflection, until it is decided',
    tag,
    body: riskExperimentPatchSchema,
    response: riskExperimentSchema,
    conditional: true,
  }),
  adoptExperiment: defineEndpoint({
    id: 'adoptRiskExperiment',
    method: 'post',
    path: '/risk/experiments/:id/adoption',
    summary:
      'Make a profile of a what-if; 422 names every blank of its reflection',
    tag,
    body: adoptionInputSchema,
    response: riskExperimentSchema,
    conditional: true,
  }),
  turnDownExperiment: defineEndpoint({
    id: 'turnDownRiskExperiment',
    method: 'post',
    path: '/risk/experiments/:id/refusal',
    summary: 'Turn a what-if down, with a note',
    tag,
    body: turnDownInputSchema,
    response: riskExperimentSchema,
    conditional: true,
  }),
  decisions: defineEndpoint({
    id: 'listDecisions',
    method: 'get',
    path: '/incidents/:id/decisions',
    summary: 'What was decided about containing an incident, the latest first',
    tag,
    response: z.object({ items: z.array(decisionSchema) }),
  }),
  recordDecision: defineEndpoint({
    id: 'recordDecision',
    method: 'post',
    path: '/incidents/:id/decisions',
    summary: 'Record who approved or refused a containment option',
    tag,
    body: decisionInputSchema,
    response: decisionSchema,
    status: 201,
  }),
  decisionFigures: defineEndpoint({
    id: 'getDecisionFigures',
    method: 'get',
    path: '/metrics/decisions',
    summary:
      'How often contained incidents had an approval, and how long it took',
    tag,
    query: decisionFiguresQuerySchema,
    response: decisionFiguresSchema,
  }),
};
