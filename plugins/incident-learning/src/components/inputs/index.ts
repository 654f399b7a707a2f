export { useCombobox } from './useCombobox';
export { usePointerUp } from './usePointerUp';
