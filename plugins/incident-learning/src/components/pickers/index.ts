export { CompareSwitch } from './CompareSwitch';
export { PeriodPicker } from './PeriodPicker';
export { ScopeBar } from './ScopeBar';
export { ScopePicker } from './ScopePicker';
export { useEntityTitle } from './useEntityTitle';
