import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import type {
  Review,
  ReviewChange,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, useApiData } from '../../api';
import {
  ErrorState,
  LoadingState,
  formatQuantity,
  formatTime,
} from '../../components';
import { PersonName } from '../../components/entities';
import { Disclosure, Section } from '../../components/layout';
import { Markdown } from '../Markdown';
import { partWords } from '../partWords';
import { STATE_WORDS } from '../words';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      padding: theme.spacing(1, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.5,
      overflowWrap: 'anywhere',
      '&:first-child': { borderTop: 0 },
    },
    time: { color: theme.palette.text.secondary },
    sides: {
      display: 'grid',
      gap: theme.spacing(1.5),
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(260px, 100%), 1fr))',
    },
    side: {
      minWidth: 0,
      padding: theme.spacing(1.5),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
    },
    name: {
      margin: theme.spacing(0, 0, 1),
      fontSize: theme.typography.pxToRem(13),
      fontWeight: 700,
    },
  }),
  { name: 'HindsightReviewHistory' },
);

const FIRST = 5;

/** Who changed what of the review when, the latest first; nothing of feedback. */
export function History({ review }: { review: Review }) {
  const api = useApi(incidentLearningApiRef);
  const [open, setOpen] = useState(false);
  const { id, revision, updatedAt } = review;
  return (
    <Section title="History">
      {open ? (
        <Changes
          review={review}
          load={() => api.getReviewHistory(id)}
          request={`${id} ${revision} ${updatedAt}`}
        />
      ) : (
        <Button size="small" onClick={() => setOpen(true)}>
          Show who changed what
        </Button>
      )}
    </Section>
  );
}

function Changes(props: {
  review: Review;
  request: string;
  load: () => Promise<ReviewChange[]>;
}) {
  const classes = useStyles();
  const [all, setAll] = useState(false);
  const { data, error, retry } = useApiData(props.request, props.load);
  const shown = all ? data : data?.slice(0, FIRST);
  return (
    <>
      {error && <ErrorState what="the history" error={error} onRetry={retry} />}
      {!data && !error && (
        <LoadingState what="the history" variant="table" count={3} />
      )}
      <ol className={classes.list}>
        {shown?.map(change => (
          <ChangeItem key={change.id} change={change} review={props.review} />
        ))}
      </ol>
      {data && shown && shown.length < data.length && (
        <Button size="small" onClick={() => setAll(true)}>
          Show all {formatQuantity(data.length, 'change')}
        </Button>
      )}
    </>
  );
}

function ChangeItem(props: { change: ReviewChange; review: Review }) {
  const classes = useStyles();
  const { change, review } = props;
  const texts = change.changes.filter(({ path }) =>
    path.startsWith('sections.'),
  );
  return (
    <li className={classes.item}>
      <PersonName entityRef={change.by} /> {deedOf(change, review)}{' '}
      <span className={classes.time}>on {formatTime(change.at)}</span>
      {texts.map(({ path, from, to }) => (
        <Disclosure key={path} summary="What it said before and after">
          <div className={classes.sides}>
            <Side name="Before" text={from} />
            <Side name="After" text={to} />
          </div>
        </Disclosure>
      ))}
    </li>
  );
}

function Side({ name, text }: { name: string; text: unknown }) {
  const classes = useStyles();
  return (
    <div className={classes.side} role="group" aria-label={name}>
      <p className={classes.name}>{name}</p>
      <Markdown text={typeof text === 'string' && text ? text : '*Nothing*'} />
    </div>
  );
}

function deedOf({ operation, changes }: ReviewChange, review: Review): string {
  const to = changes.find(({ path }) => path === 'state')?.to;
  const reason = changes.find(({ path }) => path === 'reason')?.to;
  const because = reason ? `: “${reason}”` : '';
  switch (operation) {
    case 'created':
      return 'started the review';
    case 'published':
      return 'published the report';
    case 'moved':
      return `moved it to ${stateWords(to)}${because}`;
    default: {
      const parts = changes.map(({ path }) => partWords(path, review));
      return `changed ${[...new Set(parts)].join(', ')}`;
    }
  }
}

function stateWords(state: unknown): string {
  const words = Object.entries(STATE_WORDS).find(([name]) => name === state);
  return (words?.[1] ?? String(state)).toLocaleLowerCase('en-US');
}
