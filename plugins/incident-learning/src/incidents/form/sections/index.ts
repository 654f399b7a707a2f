export { BasicsSection } from './BasicsSection';
export { ClassificationSection } from './ClassificationSection';
export { EntitiesSection } from './EntitiesSection';
export { MoreSection } from './MoreSection';
export { PeopleSection } from './PeopleSection';
export { TimelineSection } from './TimelineSection';
export { TimesSection } from './TimesSection';
