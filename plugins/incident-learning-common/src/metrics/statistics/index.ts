export * from './location';
export * from './mannWhitney';
export * from './medianInterval';
export * from './sample';
export * from './shareIntervals';
export * from './signFlips';
export * from './trend';
