import { useId } from 'react';
import Button from '@material-ui/core/Button';
import Chip from '@material-ui/core/Chip';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { Theme, makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { useApi } from '@backstage/core-plugin-api';
import type { Incident } from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, useApiData } from '../../api';
import { EntityPicker } from '../../components/entities';
import { PeopleField } from '../PeopleField';
import { TimeField } from '../TimeField';
import { IncidentSearch } from './IncidentSearch';
import { StartValues, useStartReview } from './useStartReview';

const useStyles = makeStyles(
  theme => ({
    fields: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2.5),
      paddingTop: theme.spacing(1),
    },
    incidents: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.75),
      listStyle: 'none',
      margin: 0,
      padding: 0,
      '& li': { maxWidth: '100%' },
    },
    chip: { margin: 0, maxWidth: '100%' },
  }),
  { name: 'HindsightStartReviewDialog' },
);

const LEADERS = ['user'] as const;

/** Asks what a review is about and who takes part; only the incidents are needed. */
export function StartReviewDialog(props: {
  incident: Incident;
  onClose: () => void;
}) {
  const classes = useStyles();
  const titleId = useId();
  const narrow = useMediaQuery<Theme>(theme => theme.breakpoints.down('xs'));
  const form = useStartReview(props.incident);
  const { values, set, refusal, problemOf } = form;
  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      fullScreen={narrow}
      onClose={props.onClose}
      aria-labelledby={titleId}
    >
      <DialogTitle id={titleId}>Start a review</DialogTitle>
      <DialogContent dividers>
        <div className={classes.fields}>
          {refusal && (
            <Alert severity="error">Not started: {refusal.message}</Alert>
          )}
          <Incidents values={values} set={set} />
          <TextInput
            label="Title"
            value={values.title}
            placeholder={values.incidents[0].title}
            error={problemOf('title')}
            onChange={title => set({ title })}
          />
          <TemplateSelect
            value={values.templateId}
            error={problemOf('templateId')}
            onChange={templateId => set({ templateId })}
          />
          <EntityPicker
            label="Facilitator"
            kinds={LEADERS}
            value={values.facilitator}
            error={problemOf('facilitator')}
            helperText="Leads the review; ideally somebody who did not lead the response"
            onPick={facilitator => set({ facilitator })}
          />
          <PeopleField
            value={values.participants}
            onChange={participants => set({ participants })}
            hint="Left empty: the incident's own, and the owners of its entities"
          />
          <TimeField
            label="Meeting"
            value={values.scheduledFor}
            error={problemOf('scheduledFor')}
            onChange={scheduledFor => set({ scheduledFor })}
          />
        </div>
      </DialogContent>
      <DialogActions>
        <Button onClick={props.onClose}>Cancel</Button>
        <Button
          variant="contained"
          color="primary"
          disabled={form.busy}
          onClick={form.start}
        >
          {form.busy ? 'Starting…' : 'Start review'}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Incidents(props: {
  values: StartValues;
  set: (patch: Partial<StartValues>) => void;
}) {
  const classes = useStyles();
  const { incidents } = props.values;
  return (
    <>
      <ul className={classes.incidents} aria-label="Incidents of the review">
        {incidents.map(({ id, title }) => {
          const remove = () =>
            props.set({ incidents: incidents.filter(i => i.id !== id) });
          // The last one stays: a review is about something.
          const removable = incidents.length > 1;
          return (
            <li key={id}>
              <Chip
                size="small"
                variant="outlined"
                className={classes.chip}
                label={title}
                {...(removable && {
                  'aria-label': `Remove ${title}`,
                  onClick: remove,
                  onDelete: remove,
                })}
              />
            </li>
          );
        })}
      </ul>
      {incidents.some(({ visibility }) => visibility === 'restricted') && (
        <Alert severity="info">
          Restricted: whoever leads this review or takes part in it will know
          the incident, too.
        </Alert>
      )}
      <IncidentSearch
        without={incidents.map(({ id }) => id)}
        onPick={incident => props.set({ incidents: [...incidents, incident] })}
      />
    </>
  );
}

function TemplateSelect(props: {
  value: string;
  error?: string;
  onChange: (value: string) => void;
}) {
  const id = useId();
  const api = useApi(incidentLearningApiRef);
  const { data, error } = useApiData('templates', () =>
    api.listReviewTemplates(),
  );
  return (
    <TextField
      select
      id={id}
      label="Template"
      variant="outlined"
      size="small"
      value={props.value}
      error={Boolean(props.error)}
      helperText={
        props.error ??
        (error && `The templates could not be loaded: ${error.message}`)
      }
      SelectProps={{ displayEmpty: true }}
      InputLabelProps={{ shrink: true }}
      onChange={event => props.onChange(event.target.value)}
    >
      <MenuItem value="">By severity and kind of the incidents</MenuItem>
      {data?.map(template => (
        <MenuItem key={template.id} value={template.id}>
          {template.title}
        </MenuItem>
      ))}
    </TextField>
  );
}

function TextInput(props: {
  label: string;
  value: string;
  placeholder?: string;
  error?: string;
  onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <TextField
      id={id}
      label={props.label}
      variant="outlined"
      size="small"
      fullWidth
      value={props.value}
      placeholder={props.placeholder}
      error={Boolean(props.error)}
      helperText={props.error}
      InputLabelProps={{ shrink: true }}
      onChange={event => props.onChange(event.target.value)}
    />
  );
}
