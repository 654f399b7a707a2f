import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import type {
  Missing,
  Review,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { Section } from '../../components/layout';
import { Checklist } from './Checklist';
import { useReviewContext } from './ReviewContext';
import { useSavingOverview } from './SavingContext';
import { NewsNotice } from './NewsNotice';
import { Transitions } from './Transitions';
import type { News } from './useNews';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(2) },
    words: {
      margin: theme.spacing(0, 0, 1),
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.5,
    },
    bar: { marginBottom: theme.spacing(1) },
  }),
  { name: 'HindsightReviewSidePanel' },
);

/** How far the review is, whether it is saved, and what comes next. */
export function SidePanel(props: {
  missing: Missing[];
  typed: ReadonlyMap<string, string>;
  news: News;
  onMoved: (review: Review) => void;
}) {
  const classes = useStyles();
  const { review, readOnly } = useReviewContext();
  const { sections } = review;
  const written = sections.filter(({ id, text }) =>
    (props.typed.get(id) ?? text).trim(),
  ).length;
  return (
    <div className={classes.root}>
      <Section title="Progress">
        <p className={classes.words}>
          {written} of {sections.length} sections written
        </p>
        <LinearProgress
          className={classes.bar}
          variant="determinate"
          aria-label="Sections written"
          value={(written / sections.length) * 100}
        />
        {!readOnly && <SavingWords />}
        <NewsNotice items={props.news.items} onDismiss={props.news.dismiss} />
      </Section>
      {!readOnly && (
        <>
          <Section title="Before publishing">
            <Checklist missing={props.missing} />
          </Section>
          <Section title="Next step">
            <Transitions onMoved={props.onMoved} />
          </Section>
        </>
      )}
    </div>
  );
}

function SavingWords() {
  const classes = useStyles();
  const { busy, stuck } = useSavingOverview();
  if (stuck.length > 0) {
    return (
      <p className={classes.words} role="status">
        Not saved: {stuck.map(({ title }) => title).join(', ')}. It is kept in
        this browser.
      </p>
    );
  }
  return (
    <p className={classes.words} role="status">
      {busy ? 'Saving…' : 'Everything is saved.'}
    </p>
  );
}
