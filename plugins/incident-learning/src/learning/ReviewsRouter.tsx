import { Route, Routes } from 'react-router-dom';
import { FeedbackPage, ReportPage, ReviewPage, ReviewsPage } from '../reviews';
import { NoSuchPage } from './NoSuchPage';

/** The pages below the tab Reviews. */
export function ReviewsRouter() {
  return (
    <Routes>
      <Route index element={<ReviewsPage />} />
      <Route path=":id" element={<ReviewPage />} />
      <Route path=":id/feedback" element={<FeedbackPage />} />
      <Route path=":id/report" element={<ReportPage />} />
      <Route path="*" element={<NoSuchPage />} />
    </Routes>
  );
}
