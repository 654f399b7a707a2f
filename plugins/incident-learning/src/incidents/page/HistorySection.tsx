import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import type {
  Incident,
  IncidentChange,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, useApiData } from '../../api';
import {
  ErrorState,
  LoadingState,
  formatQuantity,
  formatTime,
} from '../../components';
import { Section } from '../../components/layout';
import { ValueText } from '../ValueText';
import { fieldName } from '../words';
import { PersonName } from '../../components/entities';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      padding: theme.spacing(1, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.5,
      overflowWrap: 'anywhere',
    },
    time: { color: theme.palette.text.secondary },
    changes: {
      display: 'grid',
      gap: theme.spacing(0.5),
      margin: theme.spacing(0.5, 0, 0),
      paddingLeft: 18,
    },
    field: { fontWeight: 500 },
  }),
  { name: 'IncidentLearningHistory' },
);

const FIRST = 5;

const DEEDS: Record<IncidentChange['operation'], string> = {
  created: 'recorded the incident',
  updated: 'changed it',
  imported: 'changed it by an import',
  aliased: 'renamed an entity by its alias',
  judged: 'judged whether it is a repeat',
  deleted: 'deleted it',
};

/** Who changed what, the latest first. */
export function HistorySection({ incident }: { incident: Incident }) {
  const classes = useStyles();
  const api = useApi(incidentLearningApiRef);
  const [all, setAll] = useState(false);
  const { id, revision, repeat } = incident;
  const { data, error, retry } = useApiData(
    `${id} ${revision} ${repeat?.state}`,
    () => api.getIncidentHistory(id),
  );
  const shown = all ? data : data?.slice(0, FIRST);
  return (
    <Section title="History">
      {error && <ErrorState what="the history" error={error} onRetry={retry} />}
      {!data && !error && (
        <LoadingState what="the history" variant="table" count={2} />
      )}
      <ol className={classes.list}>
        {shown?.map(change => (
          <ChangeItem key={change.id} change={change} />
        ))}
      </ol>
      {data && shown && shown.length < data.length && (
        <Button size="small" onClick={() => setAll(true)}>
          Show all {formatQuantity(data.length, 'change')}
        </Button>
      )}
    </Section>
  );
}

function ChangeItem({ change }: { change: IncidentChange }) {
  const classes = useStyles();
  return (
    <li className={classes.item}>
      <PersonName entityRef={change.by} /> {DEEDS[change.operation]}{' '}
      <span className={classes.time}>on {formatTime(change.at)}</span>
      {change.changes.length > 0 && (
        <ul className={classes.changes}>
          {change.changes.map(({ path, from, to }) => (
            <li key={path}>
              <span className={classes.field}>{fieldName(path)}</span>: from{' '}
              <ValueText value={from} path={path} /> to{' '}
              <ValueText value={to} path={path} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
