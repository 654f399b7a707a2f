import { pipeline } from 'stream/promises';
import {
  RiskInputs,
  riskEndpoints as endpoints,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { EndpointRouter, csvStream } from '../http';
import type { DecisionService } from './DecisionService';
import type { ExperimentService } from './ExperimentService';
import type { ProfileService } from './ProfileService';
import type { RiskService } from './RiskService';
import { RISK_CSV_COLUMNS } from './riskCsv';

export interface RiskRoutes {
  risk: RiskService;
  profiles: ProfileService;
  experiments: ExperimentService;
  decisions: DecisionService;
}

/** Mounts `/risk`, and decisions of incidents. */
export function mountRisk(router: EndpointRouter, services: RiskRoutes): void {
  const { risk } = services;
  router.mount(
    endpoints.inputs,
    async ({ query, credentials, res }): Promise<RiskInputs | void> => {
      const { format, ...filter } = query;
      if (format === 'json') {
        return risk.inputs(filter, { credentials });
      }
      const pages = await risk.scored(filter, { credentials });
      res.attachment('risk.csv').type('text/csv; charset=utf-8');
      await pipeline(csvStream(RISK_CSV_COLUMNS, pages), res);
      return undefined;
    },
  );
  router.mount(endpoints.evaluate, ({ body, credentials }) =>
    risk.evaluate(body, { credentials }),
  );
  mountProfiles(router, services);
  mountExperiments(router, services);
  mountDecisions(router, services);
}

function mountProfiles(router: EndpointRouter, { profiles }: RiskRoutes): void {
  router.mount(endpoints.state, ({ credentials }) =>
    profiles.state({ credentials }),
  );
  router.mount(endpoints.profiles, async ({ credentials }) => ({
    items: await profiles.list({ credentials }),
  }));
  router.mount(endpoints.createProfile, ({ body, credentials }) =>
    profiles.create(body, { credentials }),
  );
  router.mount(endpoints.getProfile, ({ params, credentials }) =>
    profiles.get(params.id, { credentials }),
  );
  router.mount(
    endpoints.updateProfile,
    ({ params, revision, body, credentials }) =>
      profiles.update(params.id, revision, body, { credentials }),
  );
  router.mount(endpoints.deleteProfile, ({ params, revision, credentials }) =>
    profiles.delete(params.id, revision, { credentials }),
  );
  router.mount(endpoints.activate, ({ params, body, credentials }) =>
    profiles.activate(params.id, body, { credentials }),
  );
  router.mount(endpoints.activations, ({ query, credentials }) =>
    profiles.activations(query, { credentials }),
  );
}

function mountExperiments(
  router: EndpointRouter,
  { experiments }: RiskRoutes,
): void {
  router.mount(endpoints.experiments, ({ query, credentials }) =>
    experiments.list(query, { credentials }),
  );
  router.mount(endpoints.createExperiment, ({ body, credentials }) =>
    experiments.create(body, { credentials }),
  );
  router.mount(endpoints.getExperiment, ({ params, credentials }) =>
    experiments.get(params.id, { credentials }),
  );
  router.mount(
    endpoints.updateExperiment,
    ({ params, revision, body, credentials }) =>
      experiments.update(params.id, revision, body, { credentials }),
  );
  router.mount(
    endpoints.adoptExperiment,
    ({ params, revision, body, credentials }) =>
      experiments.adopt(params.id, revision, body, { credentials }),
  );
  router.mount(
    endpoints.turnDownExperiment,
    ({ params, revision, body, credentials }) =>
      experiments.turnDown(params.id, revision, body.note, { credentials }),
  );
}

function mountDecisions(
  router: EndpointRouter,
  { decisions }: RiskRoutes,
): void {
  router.mount(endpoints.decisions, async ({ params, credentials }) => ({
    items: await decisions.list(params.id, { credentials }),
  }));
  router.mount(endpoints.recordDecision, ({ params, body, credentials }) =>
    decisions.record(params.id, body, { credentials }),
  );
  router.mount(endpoints.decisionFigures, ({ query, credentials }) =>
    decisions.figures(query, { credentials }),
  );
}
