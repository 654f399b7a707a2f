export * from './DatabaseActionStore';
export * from './ActionService';
export * from './ActionStore';
export * from './routes';
