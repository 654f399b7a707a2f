export { DecisionsSection } from './DecisionsSection';
export { RiskSection } from './RiskSection';
export { useDecisions, type Decisions } from './useDecisions';
