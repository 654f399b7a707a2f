export { ChangeStory } from './ChangeStory';
export { FieldChanges } from './FieldChanges';
export { ValueText } from './ValueText';
