import { useParams } from 'react-router-dom';
import { useApi } from '@backstage/core-plugin-api';
import { incidentLearningApiRef, useApiData } from '../api';
import { ErrorState, LoadingState } from '../components';
import { LessonView } from './page/LessonView';

/** The lesson that the page's path names. */
export function LessonPage() {
  const { id = '' } = useParams();
  const api = useApi(incidentLearningApiRef);
  const { data, error, retry } = useApiData(id, () => api.getLesson(id));
  if (error) {
    return <ErrorState what="the lesson" error={error} onRetry={retry} />;
  }
  return data?.id === id ? (
    <LessonView key={id} loaded={data} />
  ) : (
    <LoadingState what="the lesson" variant="detail" />
  );
}
