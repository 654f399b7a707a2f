export { ReviewAction, ReviewMarkTag, useReviewMark } from './IncidentReview';
