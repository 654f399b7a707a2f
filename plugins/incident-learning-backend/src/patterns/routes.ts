import { patternEndpoints as endpoints } from '@hindsight/backstage-plugin-incident-learning-common';
import type { EndpointRouter } from '../http';
import type { PatternService } from './PatternService';

/** Mounts `/patterns`. */
export function mountPatterns(
  router: EndpointRouter,
  { patterns }: { patterns: PatternService },
): void {
  router.mount(endpoints.get, ({ query, credentials }) =>
    patterns.getPatterns(query, { credentials }),
  );
}
