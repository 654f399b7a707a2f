export { DeclareIncidentPage } from './DeclareIncidentPage';
export { EditIncidentPage } from './EditIncidentPage';
export { IncidentList } from './list';
export { IncidentPage } from './IncidentPage';
export { IncidentsPage } from './IncidentsPage';
