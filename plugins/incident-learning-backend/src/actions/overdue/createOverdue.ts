import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { BucketCalendar } from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import type { IncidentAccess } from '../../access';
import { CatalogPeople, ScopeResolver } from '../../catalog';
import { DatabaseOverdueStore } from './DatabaseOverdueStore';
import { OverdueService } from './OverdueService';

export function createOverdue(options: {
  knex: Knex;
  catalog: CatalogService;
  access: IncidentAccess;
  scopes: ScopeResolver;
  /** Where weeks and months begin. */
  calendar: BucketCalendar;
}): OverdueService {
  return OverdueService.create({
    ...options,
    store: DatabaseOverdueStore.create(options),
    people: CatalogPeople.create(options),
  });
}
