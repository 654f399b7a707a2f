import { useId, useState } from 'react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import TextField from '@material-ui/core/TextField';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { Theme, makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { useNavigate } from 'react-router-dom';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import type {
  RiskFilter,
  RiskReflection,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, writeRefusalOf } from '../../api';
import { riskExperimentRouteRef } from '../../routes';
import type { BaseModel } from '../whatIf/base';
import type { WhatIf } from '../whatIf/useWhatIf';
import { describeChange, describeSide } from './describe';
import { ReflectionFields } from './ReflectionFields';

const useStyles = makeStyles(
  theme => ({
    fields: { display: 'grid', gap: theme.spacing(2), paddingTop: 8 },
  }),
  { name: 'IncidentLearningSaveExperiment' },
);

/** Keeps a what-if, and asks what its author makes of it. */
export function SaveExperiment(props: {
  base: BaseModel;
  whatIf: WhatIf;
  filter: Partial<RiskFilter>;
  onClose: () => void;
}) {
  const classes = useStyles();
  const titleId = useId();
  const textId = useId();
  const fieldId = useId();
  const { base, whatIf, filter, onClose } = props;
  const sides = { before: { model: base.model }, after: whatIf.scenario };
  const api = useApi(incidentLearningApiRef);
  const navigate = useNavigate();
  const pathOf = useRouteRef(riskExperimentRouteRef);
  const narrow = useMediaQuery<Theme>(theme => theme.breakpoints.down('xs'));
  const [title, setTitle] = useState('');
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  // The facts are there; what they mean is for a person to say.
  const [reflection, setReflection] = useState<RiskReflection>({
    whatChanged: describeChange(sides).join(' '),
    metricBefore: describeSide(whatIf.before),
    metricAfter: describeSide(whatIf.after),
    interpretation: '',
    limitOfData: '',
    evidenceNeeded: '',
    deploymentRisk: '',
  });

  const save = async () => {
    setAsked(true);
    if (!title.trim()) {
      return;
    }
    setBusy(true);
    setError(undefined);
    try {
      const { id } = await api.createRiskExperiment({
        ...sides,
        title: title.trim(),
        filter,
        reflection,
      });
      navigate(pathOf({ id }));
    } catch (caught) {
      setError(messageOf(caught));
      setBusy(false);
    }
  };
  const untitled = asked && !title.trim();

  return (
    <Dialog
      open
      fullWidth
      maxWidth="md"
      fullScreen={narrow}
      onClose={busy ? undefined : onClose}
      aria-labelledby={titleId}
      aria-describedby={textId}
    >
      <DialogTitle id={titleId}>Save as experiment</DialogTitle>
      <DialogContent>
        <DialogContentText id={textId}>
          Say what you make of it, so that others can decide on it. What you
          leave blank can be written later, but before it is adopted.
        </DialogContentText>
        <div className={classes.fields}>
          <TextField
            id={fieldId}
            label="Title"
            variant="outlined"
            size="small"
            fullWidth
            required
            value={title}
            error={untitled}
            helperText={
              untitled
                ? 'A title is missing: name what is tried'
                : 'Such as “Exposure counts more”'
            }
            inputProps={{ maxLength: 300 }}
            InputLabelProps={{ shrink: true, required: false }}
            onChange={event => setTitle(event.target.value)}
          />
          <ReflectionFields value={reflection} onChange={setReflection} />
        </div>
        {error && <Alert severity="error">Not saved: {error}</Alert>}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} disabled={busy}>
          Back
        </Button>
        <Button
          variant="contained"
          color="primary"
          disabled={busy}
          onClick={save}
        >
          {busy ? 'Saving…' : 'Save experiment'}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function messageOf(error: unknown): string {
  const { problems, message } = writeRefusalOf(error);
  return (
    problems?.map(problem => `${problem.path} ${problem.message}`).join('; ') ??
    message
  );
}
