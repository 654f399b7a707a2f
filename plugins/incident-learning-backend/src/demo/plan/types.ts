import type { IncidentKind } from '@hindsight/backstage-plugin-incident-learning-common';
import type { Scenario } from '../scenarios';
import type { DemoService } from '../services';

/** That something happens: what, where and when. How it went is told later. */
export interface PlannedIncident {
  /** When it occurred, in epoch milliseconds. */
  at: number;
  kind: IncidentKind;
  scenario: Scenario;
  service: DemoService;
  /** `unassigned`: nobody has said to which service it belongs. */
  assigned: boolean;
  drill: boolean;
  /** How far it has come; to its end unless said. */
  stage?: 'open' | 'contained';
}
