import { createBackend } from '@backstage/backend-defaults';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { generateEntities } from './company';
import { benchPlugin } from './nothing';

// The plugin as a company runs it, without what a benchmark does not measure; see services.ts for its settings.
const backend = createBackend();
if (process.env.BENCH_COMPANY) {
  // The catalog of the generated company is answered from memory: to read it in would take longer than all the rest.
  backend.add(catalogServiceMock.factory({ entities: generateEntities() }));
} else {
  backend.add(import('@backstage/plugin-catalog-backend'));
}
backend.add(import('@hindsight/backstage-plugin-incident-learning-backend'));
backend.add(benchPlugin);
backend.start().catch(error => {
  console.error(error);
  process.exit(1);
});
