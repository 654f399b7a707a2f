import { ReactNode, useId } from 'react';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import { makeStyles } from '@material-ui/core/styles';
import type { ImportFormat } from '@hindsight/backstage-plugin-incident-learning-common';
import { refusalText } from '../../api';
import { DropZone } from './DropZone';
import { ImportCounts } from './ImportCounts';
import type { ImportFile } from './importFile';
import { ImportProblems } from './ImportProblems';
import { ImportProgressView } from './ImportProgressView';
import { formatBytes } from './formatBytes';
import { ImportRun } from './runImport';
import { recordsToWrite } from './problems';
import type { ImportControls, ImportState } from './useImport';

const useStyles = makeStyles(
  theme => ({
    stack: { display: 'grid', gap: theme.spacing(2) },
    file: { display: 'grid', gap: theme.spacing(2) },
    name: { fontWeight: 500, overflowWrap: 'anywhere' },
    title: { fontSize: theme.typography.pxToRem(16), fontWeight: 500 },
    note: { color: theme.palette.text.secondary },
  }),
  { name: 'IncidentLearningImportSteps' },
);

/** What the dialog shows at each step of an import. */
export function ImportSteps(props: {
  formats: ImportFormat[];
  controls: ImportControls;
}) {
  const classes = useStyles();
  const { formats, controls } = props;
  const { state } = controls;
  if (state.step === 'choose') {
    return (
      <div className={classes.stack}>
        {state.error && (
          <Alert severity="error">{refusalText(state.error)}</Alert>
        )}
        <DropZone
          accept={acceptOf(formats)}
          hint={`${formats
            .map(format => format.title)
            .join(', ')}; packed with gzip too.`}
          onPick={controls.pick}
        />
        <Typography variant="body2" className={classes.note}>
          The file is checked first. Nothing is written before you have seen
          what would change.
        </Typography>
      </div>
    );
  }
  return (
    <div className={classes.stack}>
      <FileLine
        source={state.source}
        formats={formats}
        onFormat={
          state.step === 'format' || state.step === 'preview'
            ? controls.setFormat
            : undefined
        }
      />
      <Progressed state={state} />
    </div>
  );
}

function FileLine(props: {
  source: ImportFile;
  formats: ImportFormat[];
  onFormat?: (id: string) => void;
}) {
  const classes = useStyles();
  const { source, formats, onFormat } = props;
  const formatId = useId();
  return (
    <div className={classes.file}>
      <div>
        <Typography className={classes.name}>{source.file.name}</Typography>
        <Typography variant="body2" className={classes.note}>
          {formatBytes(source.file.size)}
          {source.gzip && ', packed with gzip'}
        </Typography>
      </div>
      <TextField
        select
        id={formatId}
        label="Format"
        size="small"
        variant="outlined"
        fullWidth
        value={source.format ?? ''}
        disabled={!onFormat}
        onChange={event => onFormat?.(event.target.value)}
      >
        {formats.map(({ id, title }) => (
          <MenuItem key={id} value={id}>
            {title}
          </MenuItem>
        ))}
      </TextField>
    </div>
  );
}

function Progressed(props: {
  state: Exclude<ImportState, { step: 'choose' }>;
}): JSX.Element {
  const { state } = props;
  switch (state.step) {
    case 'format':
      return (
        <Alert severity="info">
          Neither the name nor the beginning of the file tells its format.
          Choose one, and the file is checked.
        </Alert>
      );
    case 'checking':
      return (
        <Phase title="Checking the file. Nothing is written yet.">
          <ImportProgressView label="Checking" progress={state.progress} />
        </Phase>
      );
    case 'importing':
      return (
        <Phase
          title="Importing"
          note="What has gone in stays in, even if you stop. Importing the same file again changes nothing twice."
        >
          <ImportProgressView label="Importing" progress={state.progress} />
        </Phase>
      );
    case 'preview':
      return <Preview run={state.run} source={state.source} />;
    default:
      return <Result {...state} />;
  }
}

function Preview(props: { run: ImportRun; source: ImportFile }) {
  const { summary, slices, error } = props.run;
  return (
    <Phase
      title="This is what the import would do"
      note={
        // The parts of a file are checked one by one.
        slices > 1 &&
        recordsToWrite(summary) > 0 &&
        'A record that the file holds twice may count as new twice here; the import finds the second an update.'
      }
    >
      {error && (
        <Alert severity="error">
          The check ended early: {refusalText(error)} The counts are those of
          the records before.
        </Alert>
      )}
      <ImportCounts summary={summary} />
      <ImportProblems run={props.run} fileName={props.source.file.name} />
    </Phase>
  );
}

function Result(props: {
  run: ImportRun;
  source: ImportFile;
  stopped: boolean;
}) {
  const { error } = props.run;
  return (
    <Phase
      title={props.stopped || error ? 'Not all of it went in' : 'Imported'}
    >
      {props.stopped && (
        <Alert severity="info">
          You stopped the import. What is counted here went in; import the file
          again for the rest.
        </Alert>
      )}
      {error && !props.stopped && (
        <Alert severity="error">
          The import ended early: {refusalText(error)} What is counted here went
          in. Import the file again for the rest; nothing goes in twice.
        </Alert>
      )}
      <ImportCounts summary={props.run.summary} />
      <ImportProblems run={props.run} fileName={props.source.file.name} />
    </Phase>
  );
}

function Phase(props: {
  title: string;
  note?: ReactNode;
  children: ReactNode;
}) {
  const classes = useStyles();
  return (
    <div className={classes.stack}>
      <div role="status">
        <Typography className={classes.title}>{props.title}</Typography>
        {props.note && (
          <Typography variant="body2" className={classes.note}>
            {props.note}
          </Typography>
        )}
      </div>
      {props.children}
    </div>
  );
}

function acceptOf(formats: ImportFormat[]): string {
  const extensions = formats.flatMap(format => format.extensions);
  return [...new Set([...extensions, '.gz'])].join(',');
}
