export * from './DatabaseFeedbackStore';
export * from './FeedbackNotifier';
export * from './FeedbackRequests';
export * from './FeedbackService';
export * from './FeedbackStore';
