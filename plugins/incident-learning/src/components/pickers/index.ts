export { CompareSwitch } from './CompareSwitch';
export { PeriodPicker } from './PeriodPicker';
export { ScopePicker } from './ScopePicker';
export { ScopeTrail } from './ScopeTrail';
export { useEntityTitle } from './useEntityTitle';
