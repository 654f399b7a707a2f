export { ChangeStory } from './ChangeStory';
export { FieldChanges } from './FieldChanges';
export { ValueText, type FieldWords } from './ValueText';
