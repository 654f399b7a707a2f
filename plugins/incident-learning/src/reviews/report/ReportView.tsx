import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type {
  Action,
  IncidentLearningApi,
  Review,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, useApiData } from '../../api';
import { ErrorState, LoadingState } from '../../components';
import { Printable } from '../../components/print';
import { ReviewHeader } from '../ReviewHeader';
import { ReportActions } from './ReportActions';
import { ReportBody } from './ReportBody';

/** A published report, and what can be done with it. */
export function ReportView(props: { review: Review; onReopened: () => void }) {
  const { review, onReopened } = props;
  const { id, publishedVersion } = review;
  const api = useApi(incidentLearningApiRef);
  const [version, setVersion] = useState<number>();
  const { data, error, retry } = useApiData(`${id} ${version}`, async () => {
    const [report, today] = await Promise.all([
      api.getReport(id, version),
      actionsToday(api, id),
    ]);
    return { report, today };
  });
  return (
    <>
      <ReviewHeader
        review={review}
        actions={
          publishedVersion !== undefined && (
            <ReportActions
              review={review}
              version={version ?? publishedVersion}
              onVersion={setVersion}
              onReopened={onReopened}
            />
          )
        }
      />
      {error && <ErrorState what="the report" error={error} onRetry={retry} />}
      {!data && !error && <LoadingState what="the report" variant="detail" />}
      {data && !error && (
        <Printable title={data.report.title}>
          <ReportBody report={data.report} today={data.today} />
        </Printable>
      )}
    </>
  );
}

/** Where the actions stand now; a report reads as well without. */
async function actionsToday(
  api: IncidentLearningApi,
  review: string,
): Promise<Action[]> {
  try {
    return (await api.listActions({ review, limit: 200 })).items;
  } catch {
    return [];
  }
}
