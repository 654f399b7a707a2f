import { useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { useApi } from '@backstage/core-plugin-api';
import type {
  Action,
  ActionTracking,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, refusalText, useApiData } from '../../api';
import { ErrorState } from '../../components';
import { Section } from '../../components/layout';
import type { ChangeAction } from '../page/ActionView';
import { LinkedIssue } from './LinkedIssue';
import { NewIssue } from './NewIssue';

const useStyles = makeStyles(
  theme => ({ failure: { marginTop: theme.spacing(2) } }),
  { name: 'HindsightTrackerSection' },
);

/** Asks the backend for something about the issue of an action. Resolves to whether it was done. */
export type ChangeTracking = (
  change: () => Promise<ActionTracking | void>,
) => Promise<boolean>;

/** The issue that tracks an action, or the ways to get one; nothing where no tracker is installed. */
export function TrackerSection(props: {
  action: Action;
  onChange: ChangeAction;
}) {
  const classes = useStyles();
  const api = useApi(incidentLearningApiRef);
  const { action, onChange } = props;
  const { id } = action;
  const { data, error, retry } = useApiData(id, () =>
    api.getActionTracking(id),
  );
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  const change: ChangeTracking = async run => {
    setBusy(true);
    setProblem(undefined);
    try {
      await run();
      return true;
    } catch (failure) {
      setProblem(refusalText(failure));
      return false;
    } finally {
      setBusy(false);
      retry();
      // Its link, its status and its story may have changed with it.
      await onChange(() => api.getAction(id));
    }
  };

  if (error) {
    return (
      <Section title="Issue">
        <ErrorState what="the issue" error={error} onRetry={retry} />
      </Section>
    );
  }
  if (!data || (!data.link && data.trackers.length === 0)) {
    return null;
  }
  const { link, trackers } = data;
  return (
    <Section title="Issue">
      {link ? (
        <LinkedIssue
          action={action}
          link={link}
          tracker={
            trackers.find(one => one.id === link.tracker)?.title ??
            `${link.tracker}, which is installed no more`
          }
          busy={busy}
          onChange={change}
        />
      ) : (
        <NewIssue
          action={action}
          trackers={trackers}
          busy={busy}
          onChange={change}
        />
      )}
      {problem && (
        <Alert severity="error" className={classes.failure}>
          {problem}
        </Alert>
      )}
    </Section>
  );
}
