import { COMMERCE_SERVICES } from './commerce';
import { DELIVERY_SERVICES } from './delivery';
import type { DemoService } from './types';

/** The services of the demo catalog, `packages/backend/demo`. */
export const CATALOG_SERVICES: readonly DemoService[] = [
  ...COMMERCE_SERVICES,
  ...DELIVERY_SERVICES,
];
