export * from './createReviews';
export * from './feedback';
export * from './routes';
export * from './reviewSettings';
export * from './scheduleTasks';
