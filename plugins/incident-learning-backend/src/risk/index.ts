export * from './createRisk';
export * from './routes';
export * from './scheduleScoring';
export type { DecisionService } from './DecisionService';
export type { RiskScoring } from './RiskScoring';
export type { RiskStores } from './stores';
