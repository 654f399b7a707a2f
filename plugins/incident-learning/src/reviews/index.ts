export { FeedbackPage } from './FeedbackPage';
export { ReportPage } from './ReportPage';
export { ReviewPage } from './ReviewPage';
export { ReviewsPage } from './ReviewsPage';
export { WaitingReviews } from './WaitingReviews';
