export * from './ActionTracker';
export * from './ActionTrackerError';
export * from './ActionTrackerWebhook';
export * from './extensions';
