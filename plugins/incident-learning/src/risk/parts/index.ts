export { DataTable } from './DataTable';
export { PriorityMark } from './PriorityMark';
export { RiskFrame } from './RiskFrame';
export { ScoreValue } from './ScoreValue';
export { WeightList } from './WeightList';
export {
  factorName,
  formatDelta,
  formatScore,
  formatThreshold,
  formatWeight,
} from './formatRisk';
export { useDataTableStyles } from './tableStyles';
