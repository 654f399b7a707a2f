import { ReactNode, useEffect, useRef, useState } from 'react';
import Button from '@material-ui/core/Button';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import type {
  Incident,
  IncidentContent,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { Section } from '../../components/layout';
import { ValueText } from '../../components/history';
import { INCIDENT_WORDS, fieldName } from '../words';
import {
  FieldConflict,
  Side,
  conflictsOf,
  fieldValue,
  resolveConflicts,
} from './conflict';
import { contentOf } from './patch';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(2), outline: 'none' },
    sides: {
      display: 'grid',
      gap: theme.spacing(1),
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(260px, 100%), 1fr))',
    },
    side: {
      padding: theme.spacing(1, 1.5),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      minWidth: 0,
    },
    taken: { borderColor: theme.palette.text.primary },
    value: {
      overflowWrap: 'anywhere',
      fontSize: theme.typography.pxToRem(14),
    },
    actions: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  }),
  { name: 'IncidentLearningConflictView' },
);

/** Two versions of an incident, field by field, either of which can be taken. */
export function ConflictView(props: {
  base: Incident;
  theirs: Incident;
  mine: IncidentContent;
  onBack: () => void;
  onResolve: (content: IncidentContent) => void;
}) {
  const classes = useStyles();
  const { base, theirs, mine } = props;
  const conflicts = conflictsOf(base, theirs, mine);
  const [sides, setSides] = useState<Record<string, Side>>(() =>
    Object.fromEntries(
      conflicts.map(({ field, preferred }) => [field, preferred]),
    ),
  );
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => root.current?.focus(), []);

  return (
    <div className={classes.root} ref={root} tabIndex={-1}>
      <Alert severity="warning">
        Somebody else saved this incident while you were writing. Nothing is
        lost: choose for each field whose version stands. Where only one of you
        changed a field, that version is chosen already.
      </Alert>
      {conflicts.length === 0 && (
        <Typography>Both versions say the same.</Typography>
      )}
      {conflicts.map(conflict => (
        <ConflictField
          key={conflict.field}
          conflict={conflict}
          theirs={fieldValue(contentOf(theirs), conflict.field)}
          mine={fieldValue(mine, conflict.field)}
          side={sides[conflict.field]}
          onTake={side => setSides({ ...sides, [conflict.field]: side })}
        />
      ))}
      <div className={classes.actions}>
        <Button
          variant="contained"
          color="primary"
          onClick={() => props.onResolve(resolveConflicts(theirs, mine, sides))}
        >
          Save with these choices
        </Button>
        <Button onClick={props.onBack}>Back to the form</Button>
      </div>
    </div>
  );
}

function ConflictField(props: {
  conflict: FieldConflict;
  theirs: unknown;
  mine: unknown;
  side: Side;
  onTake: (side: Side) => void;
}) {
  const classes = useStyles();
  const { conflict, side, onTake } = props;
  const name = fieldName(conflict.field);
  const option = (value: Side, label: string, shown: ReactNode) => (
    <div className={`${classes.side} ${side === value ? classes.taken : ''}`}>
      <FormControlLabel
        value={value}
        control={<Radio color="primary" size="small" />}
        label={label}
      />
      <div className={classes.value}>{shown}</div>
    </div>
  );
  return (
    <Section title={name} note={noteOf(conflict)}>
      <RadioGroup
        aria-label={name}
        className={classes.sides}
        value={side}
        onChange={(_, value) => onTake(value as Side)}
      >
        {option(
          'mine',
          'Mine',
          <ValueText
            value={props.mine}
            path={conflict.field}
            words={INCIDENT_WORDS}
          />,
        )}
        {option(
          'theirs',
          'Theirs',
          <ValueText
            value={props.theirs}
            path={conflict.field}
            words={INCIDENT_WORDS}
          />,
        )}
      </RadioGroup>
    </Section>
  );
}

function noteOf({ both, preferred }: FieldConflict): string {
  if (both) {
    return 'changed by both';
  }
  return preferred === 'mine' ? 'changed by you' : 'changed by them';
}
