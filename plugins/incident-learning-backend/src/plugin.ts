import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import {
  AnyMetricKpi,
  KPI_IDS,
} from '@hindsight/backstage-plugin-incident-learning-common';
import {
  ActionTracker,
  IncidentImporter,
  actionTrackerExtensionPoint,
  incidentImportExtensionPoint,
  kpiExtensionPoint,
} from '@hindsight/backstage-plugin-incident-learning-node';
import { trackersTo } from './actions';
import { createIncidentLearning } from './createIncidentLearning';

/**
 * Stores incidents and what was learned from them, and computes learning metrics.
 *
 * @public
 */
export const incidentLearningPlugin = createBackendPlugin({
  pluginId: 'incident-learning',
  register(env) {
    const added: IncidentImporter[] = [];
    env.registerExtensionPoint(incidentImportExtensionPoint, {
      addImporter(importer) {
        if (added.some(({ id }) => id === importer.id)) {
          throw new ConflictError(
            `There is an importer ${importer.id} already: give yours another id`,
          );
        }
        added.push(importer);
      },
    });

    const addedKpis: AnyMetricKpi[] = [];
    env.registerExtensionPoint(kpiExtensionPoint, {
      addKpi(kpi) {
        const { id } = kpi.definition;
        const ids: string[] = [
          ...KPI_IDS,
          ...addedKpis.map(({ definition }) => definition.id),
        ];
        if (ids.includes(id)) {
          throw new ConflictError(
            `There is a KPI ${id} already: give yours another id`,
          );
        }
        addedKpis.push(kpi);
      },
    });

    const trackers: ActionTracker[] = [];
    env.registerExtensionPoint(
      actionTrackerExtensionPoint,
      trackersTo(trackers),
    );

    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        userInfo: coreServices.userInfo,
      },
      async init(services) {
        await createIncidentLearning({
          ...services,
          importers: added,
          kpis: addedKpis,
          trackers,
        });
      },
    });
  },
});
