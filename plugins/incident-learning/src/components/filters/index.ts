export {
  activeFilter,
  activeFilters,
  activePeriod,
  activeScope,
} from './activeFilter';
export { ActiveFilters, type ActiveFilter } from './ActiveFilters';
export { FilterPanel } from './FilterPanel';
export { FilterSelect } from './FilterSelect';
export { FlagButton } from './FlagButton';
