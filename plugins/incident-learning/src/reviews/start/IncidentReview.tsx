import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { Link } from 'react-router-dom';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  Incident,
  ReviewMarkOfIncident,
  reviewCreatePermission,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, useApiData } from '../../api';
import { reviewRouteRef } from '../../routes';
import { MarkChip } from '../chips';
import { StartReviewDialog } from './StartReviewDialog';

/** Where an incident stands with its review; undefined until that is known, and where it cannot be told. */
export function useReviewMark(
  incidentId: string,
): ReviewMarkOfIncident | undefined {
  const api = useApi(incidentLearningApiRef);
  const { data } = useApiData(incidentId, () =>
    api.getReviewMarks([incidentId]),
  );
  return data?.find(mark => mark.incidentId === incidentId);
}

/** Marks an incident that needs a review, is in one, or has its report. */
export function ReviewMarkTag(props: { mark?: ReviewMarkOfIncident }) {
  const { mark } = props;
  return mark && mark.mark !== 'not-needed' ? (
    <MarkChip mark={mark.mark} />
  ) : null;
}

/** Leads to the review of an incident, or starts one. */
export function ReviewAction(props: {
  incident: Incident;
  mark?: ReviewMarkOfIncident;
}) {
  const { incident, mark } = props;
  const reviewPath = useRouteRef(reviewRouteRef);
  const [starting, setStarting] = useState(false);
  const { allowed } = usePermission({ permission: reviewCreatePermission });
  if (!mark) {
    return null;
  }
  if (mark.reviewId && mark.mark !== 'not-needed') {
    return (
      <Button
        variant="outlined"
        component={Link}
        to={reviewPath({ id: mark.reviewId })}
      >
        {mark.mark === 'published' ? 'Read the report' : 'Open the review'}
      </Button>
    );
  }
  return allowed ? (
    <>
      <Button
        variant={mark.mark === 'needs-review' ? 'contained' : 'outlined'}
        color="primary"
        onClick={() => setStarting(true)}
      >
        Start review
      </Button>
      {starting && (
        <StartReviewDialog
          incident={incident}
          onClose={() => setStarting(false)}
        />
      )}
    </>
  ) : null;
}
