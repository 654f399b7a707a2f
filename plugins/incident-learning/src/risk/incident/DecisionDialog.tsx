import { useId, useState } from 'react';
import Button from '@material-ui/core/Button';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import useAsync from 'react-use/esm/useAsync';
import {
  Decision,
  DecisionInput,
  Incident,
  decisionInputSchema,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef } from '../../api';
import { AskDialog } from '../../components/dialog';
import { EntityPicker } from '../../components/entities';
import { TimeField } from '../../reviews/TimeField';
import { DecisionValues, decisionOf, decisionValuesOf } from './decisionValues';

const useStyles = makeStyles(
  theme => ({
    fields: {
      display: 'grid',
      gap: theme.spacing(2),
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(220px, 100%), 1fr))',
      alignItems: 'start',
    },
    wide: { gridColumn: '1 / -1' },
  }),
  { name: 'IncidentLearningDecisionDialog' },
);

const DECIDERS = ['user', 'group'] as const;

const OUTCOMES: [string, string][] = [
  ['approved', 'Approved'],
  ['refused', 'Refused'],
];

/** Records who approved or refused a containment option, or puts an earlier record right. */
export function DecisionDialog(props: {
  incident: Incident;
  corrects?: Decision;
  onClose: () => void;
  onRecorded: () => void;
}) {
  const classes = useStyles();
  const { incident, corrects, onClose, onRecorded } = props;
  const api = useApi(incidentLearningApiRef);
  const identity = useApi(identityApiRef);
  const me = useAsync(() => identity.getBackstageIdentity(), [identity]);
  const [values, setValues] = useState<DecisionValues>(() =>
    decisionValuesOf(incident, corrects),
  );
  const [named, setNamed] = useState(0);
  const [asked, setAsked] = useState(false);
  const input = decisionOf(values, corrects);
  const parsed = decisionInputSchema.safeParse(input);
  const problemOf = (field: string) =>
    asked && !parsed.success
      ? parsed.error.issues.find(({ path }) => path[0] === field)?.message
      : undefined;
  const set = (patch: Partial<DecisionValues>) =>
    setValues(before => ({ ...before, ...patch }));

  const record = async (decision: DecisionInput) => {
    await api.recordDecision(incident.id, decision);
    onRecorded();
  };

  return (
    <AskDialog
      title={corrects ? 'Put a decision right' : 'Record a decision'}
      text={
        corrects
          ? 'What stood before stays in the history and counts no more.'
          : 'A record never changes; it can be put right by a later one.'
      }
      confirm="Record"
      confirming="Recording…"
      failure="Not recorded"
      onClose={onClose}
      onConfirm={() => {
        setAsked(true);
        return parsed.success ? record(parsed.data) : undefined;
      }}
    >
      <div className={classes.fields}>
        <Text
          wide
          label="Containment option"
          hint="Such as “Isolate the host”"
          value={values.containmentOption}
          problem={problemOf('containmentOption')}
          onChange={containmentOption => set({ containmentOption })}
        />
        <Text
          label="Outcome"
          options={OUTCOMES}
          value={values.outcome}
          onChange={outcome =>
            set({ outcome: outcome === 'refused' ? 'refused' : 'approved' })
          }
        />
        <div>
          <EntityPicker
            label="Decided by"
            kinds={DECIDERS}
            value={values.decidedBy}
            error={problemOf('decidedBy') && 'is missing: name who decided'}
            // The field has to be told anew whom the button names.
            key={named}
            onPick={decidedBy => set({ decidedBy })}
          />
          {me.value && values.decidedBy !== me.value.userEntityRef && (
            <Button
              size="small"
              onClick={() => {
                set({ decidedBy: me.value?.userEntityRef });
                setNamed(named + 1);
              }}
            >
              It was me
            </Button>
          )}
        </div>
        <TimeField
          label="Asked for"
          hint="If known"
          value={values.requestedAt}
          error={problemOf('requestedAt')}
          onChange={requestedAt => set({ requestedAt })}
        />
        <TimeField
          label="Decided"
          value={values.decidedAt}
          error={problemOf('decidedAt') && 'is missing: say when'}
          onChange={decidedAt => set({ decidedAt })}
        />
        <Text
          label="Confidence then, 0 to 1"
          value={values.confidence}
          problem={problemOf('confidence')}
          onChange={confidence => set({ confidence })}
        />
        <Text
          label="Blast radius then"
          value={values.blastRadius}
          problem={problemOf('blastRadius')}
          onChange={blastRadius => set({ blastRadius })}
        />
        <Text
          wide
          multiline
          label="Note"
          value={values.note}
          problem={problemOf('note')}
          onChange={note => set({ note })}
        />
      </div>
    </AskDialog>
  );
}

function Text(props: {
  label: string;
  value: string;
  hint?: string;
  problem?: string;
  wide?: boolean;
  multiline?: boolean;
  options?: [string, string][];
  onChange: (value: string) => void;
}) {
  const classes = useStyles();
  const id = useId();
  const { problem, options } = props;
  return (
    <TextField
      id={id}
      className={props.wide ? classes.wide : undefined}
      label={props.label}
      variant="outlined"
      size="small"
      fullWidth
      select={options !== undefined}
      multiline={props.multiline}
      value={props.value}
      error={Boolean(problem)}
      helperText={problem ?? props.hint}
      InputLabelProps={{ shrink: true }}
      onChange={event => props.onChange(event.target.value)}
    >
      {options?.map(([value, word]) => (
        <MenuItem key={value} value={value}>
          {word}
        </MenuItem>
      ))}
    </TextField>
  );
}
