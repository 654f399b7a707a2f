import type { Scenario } from '../types';
import { INTRUSION_SCENARIOS } from './intrusion';
import { MISTAKE_SCENARIOS } from './mistakes';
import { PEOPLE_SCENARIOS } from './people';

export const SECURITY_SCENARIOS: readonly Scenario[] = [
  ...INTRUSION_SCENARIOS,
  ...PEOPLE_SCENARIOS,
  ...MISTAKE_SCENARIOS,
];
