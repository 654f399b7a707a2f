export { ReviewMarkLink, ReviewMarks } from './ReviewMarks';
export { ReviewAction, ReviewMarkTag, useReviewMark } from './IncidentReview';
