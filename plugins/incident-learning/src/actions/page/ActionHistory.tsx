import { useApi } from '@backstage/core-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type {
  Action,
  ActionChange,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, useApiData } from '../../api';
import { ErrorState, LoadingState, formatTime } from '../../components';
import { PersonName } from '../../components/entities';
import { Section } from '../../components/layout';
import { ValueText } from '../../incidents/ValueText';
import { ACTION_FIELD_WORDS, DEED_WORDS } from '../words';

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
    note: { margin: theme.spacing(0.5, 0, 0), whiteSpace: 'pre-wrap' },
    changes: { margin: theme.spacing(0.5, 0, 0), paddingLeft: 18 },
  }),
  { name: 'HindsightActionHistory' },
);

/** The whole story of an action, the latest first. */
export function ActionHistory({ action }: { action: Action }) {
  const classes = useStyles();
  const api = useApi(incidentLearningApiRef);
  const { id, revision } = action;
  const { data, error, retry } = useApiData(`${id} ${revision}`, () =>
    api.getActionHistory(id),
  );
  return (
    <Section title="Its story">
      {error && <ErrorState what="the story" error={error} onRetry={retry} />}
      {!data && !error && (
        <LoadingState what="the story" variant="table" count={2} />
      )}
      <ol className={classes.list}>
        {data?.map(change => (
          <ChangeItem key={change.id} change={change} />
        ))}
      </ol>
    </Section>
  );
}

function ChangeItem({ change }: { change: ActionChange }) {
  const classes = useStyles();
  return (
    <li className={classes.item}>
      <PersonName entityRef={change.by} /> {DEED_WORDS[change.operation]}{' '}
      <span className={classes.time}>on {formatTime(change.at)}</span>
      {change.note && <p className={classes.note}>{change.note}</p>}
      {change.changes.length > 0 && (
        <ul className={classes.changes}>
          {change.changes.map(({ path, from, to }) => (
            <li key={path}>
              {ACTION_FIELD_WORDS[path] ?? path}: from{' '}
              <ValueText value={from} path={path} /> to{' '}
              <ValueText value={to} path={path} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
