export { withoutBlanks } from './savable';
export { useAnalysisEditing } from './useAnalysisEditing';
export type { SaveState, Written } from './useAutosave';
export { useUndoKeys } from './useUndoKeys';
