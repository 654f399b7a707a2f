export * from './ActionService';
export * from './ActionStore';
export * from './DatabaseActionStore';
export * from './createActions';
export * from './routes';
export { mountTrackers, trackersTo } from './trackers';
