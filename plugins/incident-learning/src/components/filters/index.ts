export {
  activeFilter,
  activeFilters,
  activePeriod,
  activeEntity,
  activeScope,
} from './activeFilter';
export { ActiveFilters, type ActiveFilter } from './ActiveFilters';
export { EntityFilter } from './EntityFilter';
export { FilterPanel } from './FilterPanel';
export { FilterSelect } from './FilterSelect';
export { FlagButton } from './FlagButton';
