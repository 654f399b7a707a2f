export { EntityOptionText } from './EntityOptionText';
export {
  entityOptionOf,
  useEntitySearch,
  type EntityOption,
} from './useEntitySearch';
export { EntitiesField } from './EntitiesField';
export { EntityChips, type ChosenEntity } from './EntityChips';
export { EntityName } from './EntityName';
export { EntityPicker } from './EntityPicker';
export { PersonName } from './PersonName';
export { useKnownEntities, type KnownEntities } from './useKnownEntities';
export { AFFECTED_KINDS, LESSON_KINDS, PARTICIPANT_KINDS } from './kinds';
