export { KpiDrillDown } from './KpiDrillDown';
