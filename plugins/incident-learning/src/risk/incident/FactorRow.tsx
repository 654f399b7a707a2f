import { useEffect, useId, useRef, useState } from 'react';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import {
  RISK_FACTOR_DEFINITIONS,
  RISK_RULES,
  RiskFactor,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { DefinitionButton } from '../../components';
import { MARK_CONTRAST, toneColor } from '../../components/palette';
import { formatWeight } from '../parts';

const useStyles = makeStyles(
  theme => ({
    line: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) auto',
      alignItems: 'center',
      columnGap: theme.spacing(1),
      fontSize: theme.typography.pxToRem(14),
    },
    name: { display: 'flex', alignItems: 'center', gap: 2 },
    value: { fontVariantNumeric: 'tabular-nums', fontWeight: 500 },
    track: {
      gridColumn: '1 / -1',
      height: 4,
      borderRadius: 2,
      backgroundColor: theme.palette.divider,
    },
    fill: {
      height: '100%',
      borderRadius: 2,
      backgroundColor: toneColor(theme, 'info', MARK_CONTRAST),
    },
    note: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0, 1),
      minHeight: 28,
      fontSize: theme.typography.pxToRem(13),
      color: theme.palette.text.secondary,
    },
    form: {
      display: 'flex',
      alignItems: 'flex-start',
      gap: theme.spacing(1),
      marginTop: theme.spacing(1),
    },
    rules: { margin: theme.spacing(1, 0, 0), paddingLeft: 18 },
  }),
  { name: 'IncidentLearningFactorRow' },
);

/** One risk factor: what it is, where it comes from, and a way to state another value. */
export function FactorRow(props: {
  factor: RiskFactor;
  value: number | undefined;
  /** Whether a person stated it; a rule derived it otherwise. */
  stated: boolean;
  canState: boolean;
  /** Resolves to whether it was taken; undefined hands the factor back to the rules. */
  onState: (value: number | undefined) => Promise<boolean>;
}) {
  const classes = useStyles();
  const { factor, value, stated, canState, onState } = props;
  const { name, definition } = RISK_FACTOR_DEFINITIONS[factor];
  const [editing, setEditing] = useState(false);
  const known = value !== undefined;
  return (
    <li>
      <div className={classes.line}>
        <span className={classes.name}>
          {name}
          <DefinitionButton name={name}>
            {definition}
            <Rules factor={factor} />
          </DefinitionButton>
        </span>
        <span className={classes.value}>
          {known ? formatWeight(value) : 'not known'}
        </span>
        <div className={classes.track} role="presentation">
          <div
            className={classes.fill}
            style={{ width: `${(value ?? 0) * 100}%` }}
          />
        </div>
      </div>
      {editing ? (
        <StateForm
          name={name}
          value={value}
          onBack={() => setEditing(false)}
          onState={async next => {
            if (await onState(next)) {
              setEditing(false);
            }
          }}
        />
      ) : (
        <div className={classes.note}>
          {sourceOf(known, stated)}
          {canState && (
            <Button
              size="small"
              aria-label={`${known ? 'Override' : 'State'} ${name}`}
              onClick={() => setEditing(true)}
            >
              {known ? 'Override' : 'State'}
            </Button>
          )}
          {canState && stated && (
            <Button
              size="small"
              aria-label={`Derive it by the rules: ${name}`}
              onClick={() => onState(undefined)}
            >
              Derive it
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

function sourceOf(known: boolean, stated: boolean): string {
  if (!known) {
    return 'No rule finds it';
  }
  return stated ? 'Stated by a person' : 'Derived by rule';
}

function Rules({ factor }: { factor: RiskFactor }) {
  const classes = useStyles();
  return (
    <ul className={classes.rules}>
      {RISK_RULES.filter(rule => rule.factor === factor).map(
        ({ id, explanation, values }) => (
          <li key={id}>
            {explanation}{' '}
            {Object.entries(values)
              .map(([fact, value]) => `${fact}: ${value}`)
              .join(', ')}
          </li>
        ),
      )}
    </ul>
  );
}

function StateForm(props: {
  name: string;
  value: number | undefined;
  onBack: () => void;
  onState: (value: number) => Promise<void>;
}) {
  const classes = useStyles();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const { name, value, onBack, onState } = props;
  const [text, setText] = useState(value === undefined ? '' : String(value));
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  useEffect(() => input.current?.select(), []);
  const number = text.trim() === '' ? NaN : Number(text.replace(',', '.'));
  const wrong = !(number >= 0 && number <= 1);
  return (
    <form
      className={classes.form}
      onSubmit={async event => {
        event.preventDefault();
        setAsked(true);
        if (!wrong) {
          setBusy(true);
          await onState(number);
          setBusy(false);
        }
      }}
    >
      <TextField
        id={id}
        label={`${name}, 0 to 1`}
        variant="outlined"
        size="small"
        inputRef={input}
        value={text}
        error={asked && wrong}
        helperText={
          asked && wrong
            ? `${
                text.trim() || 'Nothing'
              } is no factor: write a number from 0 to 1`
            : undefined
        }
        inputProps={{ inputMode: 'decimal' }}
        InputLabelProps={{ shrink: true }}
        onChange={event => setText(event.target.value)}
      />
      <Button type="submit" variant="contained" color="primary" disabled={busy}>
        Set
      </Button>
      <Button disabled={busy} onClick={onBack}>
        Back
      </Button>
    </form>
  );
}
