import { useEffect, useState } from 'react';
import Alert from '@material-ui/lab/Alert';
import { makeStyles } from '@material-ui/core/styles';
import { configApiRef, useApi } from '@backstage/core-plugin-api';
import type {
  AnalysisKind,
  AnalysisRecord,
  Incident,
  RootCauseDraft,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, refusalText, useApiData } from '../api';
import {
  EmptyState,
  ErrorState,
  LoadingState,
  formatQuantity,
} from '../components';
import { Section } from '../components/layout';
import { AddAnalysis } from './AddAnalysis';
import { AnalysisPanel } from './AnalysisPanel';
import { fishboneCategoriesOf, newAnalysis } from './newAnalysis';

const useStyles = makeStyles(
  theme => ({
    stack: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
    },
  }),
  { name: 'HindsightAnalysesSection' },
);

/** Props of `AnalysesSection`. */
export interface AnalysesSectionProps {
  reviewId: string;
  /** What the review is about; a new analysis starts from them. */
  incidents: Incident[];
  /** Shows pictures only. */
  readOnly?: boolean;
  /** The analyses as they were last seen with the server, where others write them, too. */
  latest?: AnalysisRecord[];
  /** Told what stands after each write from here. */
  onChange?: (records: AnalysisRecord[]) => void;
  /** Takes a node that was named a cause into the review's root causes. */
  onTakeCause?: (draft: RootCauseDraft) => void;
}

/** The analyses of a review: shown, added, written and deleted. */
export function AnalysesSection(props: AnalysesSectionProps) {
  const { reviewId } = props;
  const api = useApi(incidentLearningApiRef);
  const { data, error, loading, retry } = useApiData(reviewId, () =>
    api.listAnalyses(reviewId),
  );
  const shown = data ?? [];
  return (
    <Section
      title="Analyses"
      id="analyses"
      note={
        shown.length > 0
          ? formatQuantity(shown.length, 'analysis', 'analyses')
          : undefined
      }
    >
      {error && (
        <ErrorState what="the analyses" error={error} onRetry={retry} />
      )}
      {!error && loading && (
        <LoadingState what="analyses" variant="detail" count={3} />
      )}
      {!error && !loading && data && (
        <Analyses key={reviewId} {...props} loaded={data} />
      )}
    </Section>
  );
}

function Analyses(props: AnalysesSectionProps & { loaded: AnalysisRecord[] }) {
  const classes = useStyles();
  const { reviewId, incidents, readOnly } = props;
  const api = useApi(incidentLearningApiRef);
  const { latest, onChange } = props;
  const [records, setRecords] = useState(props.loaded);
  const config = useApi(configApiRef);
  const [added, setAdded] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  useEffect(() => {
    if (latest) {
      setRecords(before => newest(before, latest));
    }
  }, [latest]);
  useEffect(() => onChange?.(records), [records, onChange]);

  const add = async (kind: AnalysisKind) => {
    setBusy(true);
    setError(undefined);
    try {
      const record = await api.createAnalysis(
        reviewId,
        newAnalysis(kind, incidents, fishboneCategoriesOf(config)),
      );
      setAdded(record.id);
      setRecords(before => [...before, record]);
    } catch (caught) {
      setError(refusalText(caught));
    }
    setBusy(false);
  };
  const adding = readOnly ? undefined : (
    <AddAnalysis busy={busy} prominent={records.length === 0} onAdd={add} />
  );
  return (
    <div className={classes.stack}>
      {records.length === 0 && (
        <EmptyState
          title="No analysis yet"
          description={
            readOnly
              ? 'Nobody has added one to this review.'
              : 'Find out together how it came about: ask how, take an event apart, or lay out what happened when. What you name a cause goes into the root causes.'
          }
          action={adding}
        />
      )}
      {records.map(record => (
        <AnalysisPanel
          key={record.id}
          record={record}
          incidents={incidents}
          startsOpen={record.id === added || records.length === 1}
          readOnly={readOnly}
          onTakeCause={props.onTakeCause}
          onSaved={saved =>
            setRecords(before =>
              before.map(other => (other.id === saved.id ? saved : other)),
            )
          }
          onDeleted={() =>
            setRecords(before => before.filter(({ id }) => id !== record.id))
          }
        />
      ))}
      {error && <Alert severity="error">Not added: {error}</Alert>}
      {records.length > 0 && adding && <div>{adding}</div>}
    </div>
  );
}

/** Those that stand now, each in its newest version; the very same list where nothing differs. */
function newest(
  before: AnalysisRecord[],
  latest: AnalysisRecord[],
): AnalysisRecord[] {
  const next = latest.map(
    one =>
      before.find(
        ({ id, revision }) => id === one.id && revision >= one.revision,
      ) ?? one,
  );
  return next.length === before.length &&
    next.every((one, index) => one === before[index])
    ? before
    : next;
}
