export { Choice } from './Choice';
export { SaveForm } from './SaveForm';
export { TextInput } from './TextInput';
export { useCombobox } from './useCombobox';
export { usePointerUp } from './usePointerUp';
export { WordsInput } from './WordsInput';
