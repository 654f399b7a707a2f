export { IncidentList, type IncidentListProps } from './IncidentList';
