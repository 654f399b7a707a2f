import type {
  AuthService,
  BackstageCredentials,
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Knex } from 'knex';
import type { IncidentAccess } from '../access';
import { CatalogCriticality, ScopeResolver } from '../catalog';
import type { IncidentService } from '../incidents';
import { DatabaseRiskStore } from './DatabaseRiskStore';
import { DecisionService } from './DecisionService';
import { ExperimentService } from './ExperimentService';
import { ProfileService } from './ProfileService';
import { RiskScoring } from './RiskScoring';
import { RiskService } from './RiskService';
import type { RiskRoutes } from './routes';
import { RiskStores, createRiskStores } from './stores';

const KEY = 'incidentLearning.risk';

export interface CreateScoringOptions {
  auth: AuthService;
  catalog: CatalogService;
  config: RootConfigService;
  logger: LoggerService;
  knex: Knex;
  /** How far back an incident can repeat another. */
  lookBackMs: number;
}

/** Scoring; it goes on where risk itself is not asked for. */
export function createScoring(options: CreateScoringOptions): RiskScoring {
  const { catalog, config, knex } = options;
  const label = (name: string) =>
    config.getOptionalString(`${KEY}.labels.${name}`) ?? name;
  return RiskScoring.create({
    ...options,
    store: DatabaseRiskStore.create({ knex }),
    criticality: CatalogCriticality.create({
      catalog,
      labels: {
        exposure: label('exposure'),
        criticality: label('criticality'),
      },
    }),
  });
}

export interface CreateRiskOptions {
  knex: Knex;
  scoring: RiskScoring;
  access: IncidentAccess;
  scopes: ScopeResolver;
  incidents: IncidentService;
  nameOf: (credentials: BackstageCredentials) => string;
}

/** Risk and decisions. */
export interface Risk extends RiskRoutes {
  stores: RiskStores;
}

/** Builds the services of risk and of decisions. */
export function createRisk({ knex, ...options }: CreateRiskOptions): Risk {
  const stores = createRiskStores(knex);
  const risk = RiskService.create({ ...options, store: stores.scores });
  const profiles = ProfileService.create({ ...options, stores });
  return {
    stores,
    risk,
    profiles,
    experiments: ExperimentService.create({
      ...options,
      stores,
      risk,
      profiles,
    }),
    decisions: DecisionService.create({ ...options, store: stores.decisions }),
  };
}
