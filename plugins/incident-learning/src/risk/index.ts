export { ExperimentPage } from './experiments/ExperimentPage';
export { ExperimentsPage } from './experiments/ExperimentsPage';
export { PrioritiesPage } from './priorities/PrioritiesPage';
export { ProfilesPage } from './profiles/ProfilesPage';
export { WhatIfPage } from './whatIf/WhatIfPage';
