import { Route, Routes } from 'react-router-dom';
import {
  CoveragePage,
  LessonPage,
  LessonsPage,
  NewLessonPage,
} from '../lessons';
import { NoSuchPage } from './NoSuchPage';

/** The pages below the tab Lessons. */
export function LessonsRouter() {
  return (
    <Routes>
      <Route index element={<LessonsPage />} />
      <Route path="new" element={<NewLessonPage />} />
      <Route path="coverage" element={<CoveragePage />} />
      <Route path=":id" element={<LessonPage />} />
      <Route path="*" element={<NoSuchPage />} />
    </Routes>
  );
}
