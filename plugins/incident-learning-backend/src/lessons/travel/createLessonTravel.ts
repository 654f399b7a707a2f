import type {
  BackstageCredentials,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Knex } from 'knex';
import type { IdentityOf, IncidentAccess } from '../../access';
import type { ActionService } from '../../actions';
import {
  CatalogNeighbourhood,
  CatalogPeople,
  ScopeResolver,
  Teams,
} from '../../catalog';
import type { IncidentService } from '../../incidents';
import { ReviewGate } from '../../reviews/ReviewGate';
import type { Stores } from '../../stores';
import type { LessonService } from '../LessonService';
import { DatabaseLessonCoverageStore } from '../applications/DatabaseLessonCoverageStore';
import { LessonApplicationService } from '../applications/LessonApplicationService';
import { LessonCoverageService } from '../applications/LessonCoverageService';
import { LessonMarkers } from '../applications/LessonMarkers';
import { LessonTravelService } from './LessonTravelService';
import { readAnniversarySettings } from './anniversarySettings';

export interface CreateLessonTravelOptions {
  access: IncidentAccess;
  actions: ActionService;
  catalog: CatalogService;
  config: RootConfigService;
  identityOf: IdentityOf;
  incidents: IncidentService;
  knex: Knex;
  lessons: LessonService;
  nameOf: (credentials: BackstageCredentials) => string;
  scopes: ScopeResolver;
  stores: Stores;
  teams: Teams;
}

/** What brings lessons to those whom they concern. */
export interface LessonTravel {
  applications: LessonApplicationService;
  coverage: LessonCoverageService;
  travel: LessonTravelService;
}

export function createLessonTravel(
  options: CreateLessonTravelOptions,
): LessonTravel {
  const { catalog, config } = options;
  const gate = ReviewGate.create(options);
  const people = CatalogPeople.create({ catalog });
  return {
    applications: LessonApplicationService.create({
      ...options,
      gate,
      markers: LessonMarkers.create({ ...options, people }),
    }),
    coverage: LessonCoverageService.create({
      ...options,
      gate,
      store: DatabaseLessonCoverageStore.create(options),
    }),
    travel: LessonTravelService.create({
      ...options,
      gate,
      neighbourhood: CatalogNeighbourhood.create({ catalog }),
      anniversaries: readAnniversarySettings(config),
    }),
  };
}
