import { useApi } from '@backstage/core-plugin-api';
import { incidentLearningApiRef } from '../api';
import { RecordOfPath } from '../components';
import { ReportView } from './report/ReportView';

/** The report that stands, also while an amendment is being written. */
export function ReportPage() {
  const api = useApi(incidentLearningApiRef);
  return (
    <RecordOfPath what="the report" load={id => api.getReview(id)}>
      {(review, reload) => <ReportView review={review} onReopened={reload} />}
    </RecordOfPath>
  );
}
