import type { IncidentInput } from '@hindsight/backstage-plugin-incident-learning-common';
import { addBlemishes } from './blemishes';
import { spanUntil } from './clock';
import { planIncidents } from './plan';
import { createRandom } from './random';
import { tellCaseIncidents } from './reviews';
import { tellIncident } from './story';

const SEED = 1905;

/**
 * The incidents of the demo company over the 24 months that end with the hour of `now`, by when they occurred.
 * The same hour gives the same records; their keys are `demo` and `INC-0001` onwards. Those whose reviews are written
 * out in full stand last, as `INC-0601` onwards.
 */
export function generateDemoIncidents(options: { now: Date }): IncidentInput[] {
  const span = spanUntil(options.now);
  const random = createRandom(SEED);
  const incidents = planIncidents(span, random.fork('plan')).map(
    (plan, index) => {
      const id = `INC-${String(index + 1).padStart(4, '0')}`;
      return tellIncident(plan, id, span, random.fork(id));
    },
  );
  return [
    ...addBlemishes(incidents, span.end, random.fork('blemishes')),
    ...tellCaseIncidents(span),
  ];
}
