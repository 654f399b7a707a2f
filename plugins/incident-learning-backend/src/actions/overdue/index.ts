export * from './DatabaseOverdueStore';
export * from './OverdueStore';
export * from './createOverdue';
export { dateAt } from './moments';
export * from './routes';
