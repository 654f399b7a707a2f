export { DefinitionButton } from './DefinitionButton';
export { FigureTile, describeCounts } from './FigureTile';
export { RepeatChip } from './RepeatChip';
export { SeverityChip } from './SeverityChip';
export { StatusChip } from './StatusChip';
export type { FigureCounts, FigureTileProps } from './types';
