import { ReactNode, createContext, useContext } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import type {
  IncidentLearningApi,
  ReviewMarkOfIncident,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, useApiData } from '../../api';
import { reviewRouteRef } from '../../routes';
import { MarkChip } from '../chips';

type Marks = ReadonlyMap<string, ReviewMarkOfIncident>;

const NONE: Marks = new Map();

const MarksContext = createContext<Marks>(NONE);

/** As many as an address can carry. */
const AT_ONCE = 50;

const useStyles = makeStyles(
  {
    link: {
      borderRadius: 4,
      '&:hover, &:focus-visible': { textDecoration: 'underline' },
    },
  },
  { name: 'HindsightReviewMarks' },
);

/** Knows of incidents, for all that is within, where they stand with their reviews. */
export function ReviewMarks(props: {
  incidentIds: string[];
  children: ReactNode;
}) {
  const { incidentIds } = props;
  const api = useApi(incidentLearningApiRef);
  // A list reads as well without.
  const { data } = useApiData(incidentIds.join(' '), () =>
    loadMarks(api, incidentIds),
  );
  return (
    <MarksContext.Provider value={data ?? NONE}>
      {props.children}
    </MarksContext.Provider>
  );
}

async function loadMarks(
  api: IncidentLearningApi,
  ids: string[],
): Promise<Marks> {
  const parts = Array.from(
    { length: Math.ceil(ids.length / AT_ONCE) },
    (_, i) => ids.slice(i * AT_ONCE, (i + 1) * AT_ONCE),
  );
  const marks = await Promise.all(parts.map(part => api.getReviewMarks(part)));
  return new Map(marks.flat().map(mark => [mark.incidentId, mark]));
}

/** That an incident needs a review, is in one, or has its report; leads there. */
export function ReviewMarkLink({ incidentId }: { incidentId: string }) {
  const classes = useStyles();
  const reviewPath = useRouteRef(reviewRouteRef);
  const mark = useContext(MarksContext).get(incidentId);
  if (!mark || mark.mark === 'not-needed') {
    return null;
  }
  const chip = <MarkChip mark={mark.mark} />;
  return mark.reviewId ? (
    <Link to={reviewPath({ id: mark.reviewId })} className={classes.link}>
      {chip}
    </Link>
  ) : (
    chip
  );
}
