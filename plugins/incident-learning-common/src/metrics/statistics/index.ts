export * from './location';
export * from './sample';
