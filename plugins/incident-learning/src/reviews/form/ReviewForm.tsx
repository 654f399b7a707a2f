import { memo, useCallback, useMemo, useRef, useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  AnalysisRecord,
  Review,
  reviewUpdatePermission,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { FeedbackSection } from '../feedback/FeedbackSection';
import { LessonOffers } from '../../lessons/travel/LessonOffers';
import type { WholeReview } from '../loadReview';
import { mergeReviews } from '../mergeReviews';
import { ReviewHeader } from '../ReviewHeader';
import { countEvents } from '../timelineEvents';
import { Actions } from './Actions';
import { Analyses } from './Analyses';
import { Basics } from './Basics';
import { History } from './History';
import { Incidents } from './Incidents';
import { Lessons } from './Lessons';
import { missingToPublish } from './missing';
import { ReviewContextProvider, useReviewContext } from './ReviewContext';
import { RootCauses, useRootCauses } from './RootCauses';
import { SavingProvider } from './SavingContext';
import { SectionEditor } from './SectionEditor';
import { SidePanel } from './SidePanel';
import { useNews } from './useNews';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gap: theme.spacing(2),
      gridTemplateColumns: 'minmax(0, 1fr)',
      alignItems: 'start',
      [theme.breakpoints.up('md')]: {
        gridTemplateColumns: 'minmax(0, 1fr) minmax(260px, 320px)',
      },
    },
    main: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
      minWidth: 0,
    },
    side: {
      minWidth: 0,
      [theme.breakpoints.up('md')]: {
        order: 1,
        position: 'sticky',
        top: theme.spacing(2),
        maxHeight: `calc(100vh - ${theme.spacing(4)}px)`,
        overflow: 'auto',
      },
    },
  }),
  { name: 'HindsightReviewForm' },
);

function PartsOf() {
  const { review } = useReviewContext();
  return (
    <>
      <Basics />
      <FeedbackSection />
      {review.sections.map(section => (
        <SectionEditor key={section.id} section={section} />
      ))}
      <Incidents />
      <LessonOffers
        incidentIds={review.incidentIds}
        note="Was one of them not applied? Mark it, and link it from a cause"
      />
    </>
  );
}
function ResultsOf() {
  return (
    <>
      <Lessons />
      <Actions />
    </>
  );
}

// The checklist follows every key, the parts need not.
const Parts = memo(PartsOf);
const Results = memo(ResultsOf);

/** The one page that a review is written on; it saves as one goes. */
export function ReviewForm(props: {
  whole: WholeReview;
  onPublished: () => void;
}) {
  const { whole, onPublished } = props;
  const state = useReviewState(whole);
  const { review, merge } = state.context;
  const onMoved = (moved: Review) => {
    merge(moved);
    if (moved.state === 'published') {
      onPublished();
    }
  };
  return (
    <SavingProvider>
      <ReviewContextProvider value={state.context}>
        <ReviewHeader review={review} />
        <FormBody
          typed={state.typed}
          analyses={whole.analyses}
          onMoved={onMoved}
        />
      </ReviewContextProvider>
    </SavingProvider>
  );
}

function useReviewState(whole: WholeReview) {
  const [review, setReview] = useState(whole.review);
  const [incidents, setIncidents] = useState(whole.incidents);
  const [lessons, setLessons] = useState(whole.lessons);
  const [actions, setActions] = useState(whole.actions);
  const [typed, setAllTyped] = useState<ReadonlyMap<string, string>>(new Map());
  const appenders = useRef(new Map<string, (text: string) => void>());
  const { allowed } = usePermission({ permission: reviewUpdatePermission });
  const merge = useCallback(
    (answer: Review) => setReview(before => mergeReviews(before, answer)),
    [],
  );
  const setTyped = useCallback(
    (section: string, text: string) =>
      setAllTyped(before => new Map(before).set(section, text)),
    [],
  );
  const { participants, facilitator, state } = review;
  const people = useMemo(
    () => [
      ...participants.map(({ entityRef }) => entityRef),
      ...(facilitator ? [facilitator] : []),
    ],
    [participants, facilitator],
  );
  const readOnly = !allowed || state === 'cancelled' || state === 'published';
  const context = useMemo(
    () => ({
      review,
      incidents,
      lessons,
      actions,
      readOnly,
      people,
      merge,
      setIncidents,
      setLessons,
      setActions,
      setTyped,
      appenders,
    }),
    [review, incidents, lessons, actions, readOnly, people, merge, setTyped],
  );
  return { context, typed };
}

function FormBody(props: {
  typed: ReadonlyMap<string, string>;
  analyses: AnalysisRecord[];
  onMoved: (review: Review) => void;
}) {
  const classes = useStyles();
  const { review, incidents, lessons, actions } = useReviewContext();
  const news = useNews(props.analyses);
  const timelineEvents =
    countEvents(news.analyses) +
    incidents.reduce((count, { timeline }) => count + timeline.length, 0);
  const causes = useRootCauses();
  const missing = missingToPublish({
    review,
    typed: props.typed,
    rootCauses: causes.value,
    timelineEvents,
    lessons,
    actions,
  });
  return (
    <div className={classes.root}>
      <aside className={classes.side} aria-label="Progress">
        <SidePanel
          missing={missing}
          typed={props.typed}
          news={news}
          onMoved={props.onMoved}
        />
      </aside>
      <div className={classes.main}>
        <Parts />
        <Analyses causes={causes} news={news} />
        <RootCauses saving={causes} />
        <Results />
        <History review={review} />
      </div>
    </div>
  );
}
