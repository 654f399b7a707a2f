import type { Scenario } from '../types';
import { CAPACITY_SCENARIOS } from './capacity';
import { CHANGE_SCENARIOS } from './changes';
import { CONFIGURATION_SCENARIOS } from './configuration';
import { DATA_SCENARIOS } from './data';
import { DEPENDENCY_SCENARIOS } from './dependencies';
import { INFRASTRUCTURE_SCENARIOS } from './infrastructure';
import { SOFTWARE_SCENARIOS } from './software';

export const OPERATIONAL_SCENARIOS: readonly Scenario[] = [
  ...CHANGE_SCENARIOS,
  ...CONFIGURATION_SCENARIOS,
  ...CAPACITY_SCENARIOS,
  ...DEPENDENCY_SCENARIOS,
  ...DATA_SCENARIOS,
  ...INFRASTRUCTURE_SCENARIOS,
  ...SOFTWARE_SCENARIOS,
];
