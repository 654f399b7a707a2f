export { ActiveFilters, type ActiveFilter } from './ActiveFilters';
export { FilterSelect } from './FilterSelect';
export { SearchField } from './SearchField';
