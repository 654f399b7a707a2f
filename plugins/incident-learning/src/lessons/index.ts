export { CoveragePage } from './applications/CoveragePage';
export { LessonPage } from './LessonPage';
export { LessonsPage } from './LessonsPage';
export { NewLessonPage } from './NewLessonPage';
