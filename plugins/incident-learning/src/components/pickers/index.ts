export { CompareSwitch } from './CompareSwitch';
export { PeriodPicker } from './PeriodPicker';
export { ScopeAndPeriod } from './ScopeAndPeriod';
export { ScopePicker } from './ScopePicker';
export { ScopeTrail } from './ScopeTrail';
export { useEntityTitle } from './useEntityTitle';
