import type {
  AuthService,
  DatabaseService,
  HttpAuthService,
  HttpRouterService,
  LifecycleService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
  RootConfigService,
  SchedulerService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import {
  AnyMetricKpi,
  normalizeEntityRef,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type {
  ActionTracker,
  IncidentImporter,
} from '@hindsight/backstage-plugin-incident-learning-node';
import express from 'express';
import Router from 'express-promise-router';
import {
  IncidentAccess,
  createIdentityOf,
  createNameOf,
  registerPermissions,
} from './access';
import { mountActions, mountTrackers, scheduleActionTasks } from './actions';
import { createOverdue, mountOverdue } from './actions/overdue';
import { mountAnalyses } from './analyses';
import {
  createBulletins,
  mountBulletins,
  scheduleBulletins,
} from './bulletins';
import {
  CatalogOwnership,
  CatalogScopeResolver,
  CatalogTeams,
} from './catalog';
import { connectDatabase, readAllOf } from './database';
import { EndpointRouter, createOpenApi } from './http';
import {
  DatabaseIncidentStore,
  EntityAliases,
  IncidentDrafts,
  IncidentImportService,
  IncidentOwners,
  IncidentService,
  UnknownEntities,
  createImporters,
  mountIncidents,
} from './incidents';
import { mountLessons } from './lessons';
import { createLessonTravel, mountLessonTravel } from './lessons/travel';
import {
  BreakdownService,
  DatabaseDimensionStore,
  DatabaseMetricsStore,
  DatabaseRepeatGaps,
  MetricRollups,
  MetricsService,
  RollupService,
  areRollupsEnabled,
  RepeatLookBackService,
  mountBreakdowns,
  mountMetrics,
  mountRepeatLookBack,
  readMetricsSettings,
  scheduleRollups,
} from './metrics';
import {
  DatabasePatternStore,
  PatternService,
  mountPatterns,
} from './patterns';
import {
  DatabaseTrendTotalsStore,
  TrendReportService,
  mountTrendReports,
  scheduleTrendReports,
} from './reports';
import {
  createReviews,
  mountReviews,
  readReviewSettings,
  scheduleReviewTasks,
} from './reviews';
import { createRisk, createScoring, mountRisk, scheduleScoring } from './risk';
import { readLookBackMs } from './readLookBackMs';
import { scheduleStartUp } from './startUp';
import { createStores } from './stores';

export interface IncidentLearningServices {
  auth: AuthService;
  catalog: CatalogService;
  config: RootConfigService;
  database: DatabaseService;
  httpAuth: HttpAuthService;
  httpRouter: HttpRouterService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  notifications: NotificationService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  scheduler: SchedulerService;
  userInfo: UserInfoService;
  /** Importers that modules have added. */
  importers: IncidentImporter[];
  /** KPIs that modules have added. */
  kpis: AnyMetricKpi[];
  /** Trackers that modules have added. */
  trackers: ActionTracker[];
}

/** Builds the plugin's services and mounts its routes. */
export async function createIncidentLearning(
  services: IncidentLearningServices,
): Promise<void> {
  const { auth, catalog, config, httpAuth, httpRouter, permissions } = services;
  const knex = await connectDatabase(services.database);
  const identityOf = createIdentityOf(services);
  const access = IncidentAccess.create({
    permissions,
    identityOf,
    ownership: CatalogOwnership.create({ catalog }),
    restrictedReaders: (
      config.getOptionalStringArray(
        'incidentLearning.access.restrictedReaders',
      ) ?? []
    ).map(normalizeEntityRef),
  });
  const nameOf = createNameOf(auth);

  const lookBackMs = readLookBackMs(config);
  const scoring = createScoring({ ...services, knex, lookBackMs });
  const metricsSettings = readMetricsSettings(config, services.kpis);
  const reviewSettings = readReviewSettings(config);
  const rollups = MetricRollups.create({
    ...services,
    ...metricsSettings,
    knex,
    lookBackMs,
    reviews: reviewSettings,
  });
  const kept = areRollupsEnabled(config) ? rollups : undefined;
  const store = DatabaseIncidentStore.create({
    knex,
    lookBackMs,
    rollups: kept,
  });
  const aliases = EntityAliases.fromConfig(config);
  const drafts = new IncidentDrafts(aliases);
  const scopes = CatalogScopeResolver.create({ catalog, aliases });
  const stores = createStores(knex, { rollups: kept });
  const reviews = createReviews({
    ...services,
    access,
    scopes,
    nameOf,
    stores,
  });
  const teams = CatalogTeams.create({ catalog });
  const incidents = IncidentService.create({
    store,
    access,
    scopes,
    owners: IncidentOwners.create({ store, teams }),
    drafts,
    nameOf,
    reviewNeed: reviewSettings,
    onWritten: async id => {
      // Its priority can decide whether it needs a review.
      await scoring.consider(id);
      await reviews.scheduling.consider(id);
    },
    onRepeatConfirmed: (repeat, of, by) =>
      reviews.repeats.reopen(repeat, of, by),
  });
  const imports = IncidentImportService.create({
    importers: [...createImporters(config), ...services.importers],
    access,
    store,
    drafts,
    nameOf,
  });
  const metrics = MetricsService.create({
    store: DatabaseMetricsStore.create({ knex, reviews: reviewSettings }),
    rollups: kept,
    access,
    scopes,
    settings: metricsSettings,
  });

  const readAll = readAllOf(knex);
  const reading = {
    access,
    scopes,
    defaultPeriodMs: metricsSettings.defaultPeriodMs,
  };
  const breakdowns = BreakdownService.create({
    ...reading,
    store: DatabaseDimensionStore.create({
      knex,
      reviews: reviewSettings,
    }),
    teams,
    kpis: metricsSettings.kpis,
  });
  const repeatLookBack = RepeatLookBackService.create({
    ...reading,
    store: DatabaseRepeatGaps.create({ knex }),
    lookBackMs,
  });
  const patterns = PatternService.create({
    ...reading,
    store: DatabasePatternStore.create({ knex }),
    readAll,
  });
  const risk = createRisk({ knex, scoring, access, scopes, incidents, nameOf });
  const trends = TrendReportService.create({
    ...reading,
    store: DatabaseTrendTotalsStore.create({ knex }),
    readAll,
    metrics,
    breakdowns,
    patterns,
    actions: reviews.actions,
    decisions: risk.decisions,
  });

  const read = {
    ...services,
    ...metricsSettings,
    knex,
    access,
    scopes,
    identityOf,
    lookBackMs,
  };
  const { bulletins, delivery } = createBulletins(read);

  registerPermissions(services.permissionsRegistry);
  const expressRouter = Router();
  const router = new EndpointRouter(expressRouter, httpAuth, services.logger);
  mountIncidents(router, {
    incidents,
    imports,
    unknownEntities: UnknownEntities.create({ store, access, catalog }),
  });
  mountReviews(router, reviews);
  mountAnalyses(router, reviews);
  const about = { ...read, ...reviews, incidents, nameOf, stores, teams };
  mountLessonTravel(router, createLessonTravel(about));
  mountLessons(router, reviews);
  mountActions(router, reviews);
  mountTrackers(router, { ...services, ...reviews.trackers, stores });
  mountOverdue(router, { overdue: createOverdue(read) });
  mountMetrics(router, {
    metrics,
    rollups: RollupService.create({ ...services, access, rollups }),
  });
  mountBreakdowns(router, { breakdowns });
  mountRepeatLookBack(router, { repeatLookBack });
  mountPatterns(router, { patterns });
  const baseUrl = config.getOptionalString('app.baseUrl') ?? '';
  mountTrendReports(router, { trends, baseUrl });
  mountBulletins(router, { bulletins, baseUrl });
  mountRisk(router, risk);
  mountOpenApi(expressRouter);
  httpRouter.use(expressRouter);

  scheduleStartUp({
    ...services,
    store,
    stores,
    drafts,
    imports,
    aliases,
    scoring,
    risk,
  });
  await scheduleScoring({ ...services, scoring });
  await scheduleRollups({ ...services, rollups });
  await scheduleReviewTasks({ ...services, reviews });
  await scheduleTrendReports(services);
  await scheduleBulletins({ ...services, delivery });
  await scheduleActionTasks({ ...services, actions: reviews });
}

function mountOpenApi(router: express.Router): void {
  const document = createOpenApi();
  router.get('/openapi.json', (_req, res) => {
    res.json(document);
  });
}
