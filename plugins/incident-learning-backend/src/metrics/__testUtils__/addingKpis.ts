import { createBackendModule } from '@backstage/backend-plugin-api';
import type { AnyMetricKpi } from '@hindsight/backstage-plugin-incident-learning-common';
import { kpiExtensionPoint } from '@hindsight/backstage-plugin-incident-learning-node';

/** A module that adds KPIs, as one outside the plugin would. */
export function moduleAdding(added: AnyMetricKpi[]) {
  return createBackendModule({
    pluginId: 'incident-learning',
    moduleId: 'added-kpis',
    register(env) {
      env.registerInit({
        deps: { kpis: kpiExtensionPoint },
        async init({ kpis }) {
          added.forEach(kpi => kpis.addKpi(kpi));
        },
      });
    },
  });
}
