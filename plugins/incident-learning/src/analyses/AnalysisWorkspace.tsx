import { useEffect, useState } from 'react';
import Button from '@material-ui/core/Button';
import IconButton from '@material-ui/core/IconButton';
import DeleteOutlineIcon from '@material-ui/icons/DeleteOutline';
import RedoIcon from '@material-ui/icons/Redo';
import UndoIcon from '@material-ui/icons/Undo';
import Alert from '@material-ui/lab/Alert';
import { makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import type {
  AnalysisRecord,
  Incident,
  RootCauseDraft,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef } from '../api';
import { AnalysisConflict } from './AnalysisConflict';
import { AnalysisEditor } from './AnalysisEditor';
import { DeleteAnalysisDialog } from './DeleteAnalysisDialog';
import { AnalysisDiagram } from './diagram';
import { useAnalysisEditing, useUndoKeys } from './editing';
import { SaveProblem, SaveStatus } from './SaveStatus';
import { timesOfIncidents } from './times';
import { Field } from './parts';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
    },
    bar: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
    title: { flex: '1 1 220px', maxWidth: 520 },
    tools: { display: 'flex', alignItems: 'center', marginLeft: 'auto' },
    // Side by side where there is room for both, else one below the other.
    columns: {
      display: 'grid',
      gap: theme.spacing(3),
      alignItems: 'start',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(640px, 100%), 1fr))',
    },
    editor: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
      minWidth: 0,
    },
    diagram: { minWidth: 0, position: 'sticky', top: theme.spacing(2) },
  }),
  { name: 'HindsightAnalysisWorkspace' },
);

/** One analysis as it is written, its picture beside it. */
export function AnalysisWorkspace(props: {
  record: AnalysisRecord;
  incidents: Incident[];
  onSaved: (record: AnalysisRecord) => void;
  onDeleted: () => void;
  onTakeCause?: (draft: RootCauseDraft) => void;
}) {
  const classes = useStyles();
  const { record, incidents } = props;
  const api = useApi(incidentLearningApiRef);
  const editing = useAnalysisEditing(props);
  const { state, written } = editing;
  const root = useUndoKeys(editing);
  const [deleting, setDeleting] = useState(false);
  const [restored, setRestored] = useState(editing.wasRestored);
  useEffect(() => {
    if (state.is === 'conflict') {
      setRestored(false);
    }
  }, [state.is]);

  if (state.is === 'conflict') {
    return (
      <AnalysisConflict
        theirs={state.theirs}
        mine={written}
        onMine={() => editing.keepMine(state.theirs)}
        onTheirs={() => editing.takeTheirs(state.theirs)}
      />
    );
  }
  return (
    <div className={classes.root} ref={root}>
      {restored && (
        <Alert severity="info" onClose={() => setRestored(false)}>
          What you wrote before and could not be saved is back.
        </Alert>
      )}
      <SaveProblem state={state} onRetry={editing.flush} />
      <div className={classes.bar}>
        <Field
          className={classes.title}
          label="Title"
          inputProps={{ maxLength: 300 }}
          value={written.title}
          onChange={event => editing.setTitle(event.target.value)}
        />
        <SaveStatus state={state} />
        <div className={classes.tools}>
          <IconButton
            size="small"
            aria-label="Undo"
            disabled={!editing.canUndo}
            onClick={editing.undo}
          >
            <UndoIcon fontSize="small" />
          </IconButton>
          <IconButton
            size="small"
            aria-label="Redo"
            disabled={!editing.canRedo}
            onClick={editing.redo}
          >
            <RedoIcon fontSize="small" />
          </IconButton>
          <Button
            size="small"
            startIcon={<DeleteOutlineIcon />}
            onClick={() => setDeleting(true)}
          >
            Delete
          </Button>
        </div>
      </div>
      <div className={classes.columns}>
        <div className={classes.editor}>
          <AnalysisEditor
            analysis={written.analysis}
            incidents={incidents}
            onChange={editing.setAnalysis}
            onTakeCause={editing.takeCause}
          />
        </div>
        <div className={classes.diagram}>
          <AnalysisDiagram
            analysis={written.analysis}
            times={timesOfIncidents(incidents)}
          />
        </div>
      </div>
      {deleting && (
        <DeleteAnalysisDialog
          title={written.title}
          onClose={() => setDeleting(false)}
          onDelete={async () => {
            await api.deleteAnalysis(record.id, editing.revision.current);
            editing.stop();
            props.onDeleted();
          }}
        />
      )}
    </div>
  );
}
