export * from './ActionLinkStore';
export * from './DatabaseActionLinkStore';
export * from './createTrackers';
export * from './routes';
