import {
  IncidentInput,
  deriveIncident,
  incidentInputSchema,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { v7 as uuid } from 'uuid';
import type { StoredIncident } from '../incidents/incidentRows';

/** An incident as a store takes it, from the few fields a test cares about. */
export function storedIncident(
  input: Partial<IncidentInput> & { id?: string; revision?: number },
): StoredIncident {
  const { id = uuid(), revision = 1, ...rest } = input;
  const content = incidentInputSchema.parse({ title: 'Something', ...rest });
  const now = '2024-06-01T00:00:00.000Z';
  return {
    ...content,
    ...deriveIncident(content, { createdAt: now, now }),
    id,
    revision,
    createdAt: now,
    updatedAt: now,
    createdBy: 'user:default/ada',
  };
}
