import { createBackend } from '@backstage/backend-defaults';

// The plugin as a company runs it, without what a benchmark does not measure; see services.ts for its settings.
const backend = createBackend();
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@hindsight/backstage-plugin-incident-learning-backend'));
backend.start().catch(error => {
  console.error(error);
  process.exit(1);
});
