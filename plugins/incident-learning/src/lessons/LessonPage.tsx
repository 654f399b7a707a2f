import { useApi } from '@backstage/core-plugin-api';
import { incidentLearningApiRef } from '../api';
import { RecordOfPath } from '../components';
import { LessonView } from './page/LessonView';

/** The lesson that the page's path names. */
export function LessonPage() {
  const api = useApi(incidentLearningApiRef);
  return (
    <RecordOfPath what="the lesson" load={id => api.getLesson(id)}>
      {lesson => <LessonView loaded={lesson} />}
    </RecordOfPath>
  );
}
