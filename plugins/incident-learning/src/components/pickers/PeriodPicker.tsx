import { useEffect, useId, useState } from 'react';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import {
  PERIOD_DAYS,
  Period,
  PeriodChoice,
  periodProblem,
  readDay,
  recentQuarters,
  useUrlParams,
} from '../../url';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1.5),
      // On the page's own ground the kit's grey is too pale to read.
      '& .MuiInputLabel-root': { color: theme.palette.text.primary },
      [theme.breakpoints.down('xs')]: { width: '100%' },
    },
    choice: { minWidth: 160, maxWidth: 360, flex: '1 1 auto' },
    day: { flex: '1 1 140px' },
  }),
  { name: 'IncidentLearningPeriodPicker' },
);

const CUSTOM = 'custom';
const ALL = 'all';

/** As many as make two years. */
const QUARTERS = 8;

// Not over the field, where the list would cover what is picked.
const MENU = {
  MenuProps: {
    getContentAnchorEl: null,
    anchorOrigin: { vertical: 'bottom', horizontal: 'left' },
  },
} as const;

type QuarterChoice = Extract<PeriodChoice, { kind: 'quarter' }>;

/** Picks one of the usual periods, a quarter, or two days of one's own. */
export function PeriodPicker(props: {
  period: Period;
  onPick: (choice: PeriodChoice) => void;
  /** Told of the choice that the pointer or the focus is on. */
  onConsider?: (choice: PeriodChoice) => void;
}) {
  const classes = useStyles();
  const id = useId();
  const { period, onPick, onConsider } = props;
  const { choice } = period;
  const quarters = quartersWith(choice);
  const [params] = useUrlParams();
  const problem = periodProblem(params);

  function choiceOf(value: string): PeriodChoice {
    if (value === CUSTOM) {
      return customOf(period);
    }
    const days = PERIOD_DAYS.find(length => String(length) === value);
    const quarter = quarters.find(item => valueOf(item) === value);
    return days ? { kind: 'days', days } : quarter ?? { kind: 'all' };
  }

  const optionOf = (value: string) => {
    const consider = () => {
      if (value !== valueOf(choice)) {
        onConsider?.(choiceOf(value));
      }
    };
    return { value, onMouseEnter: consider, onFocus: consider };
  };

  return (
    <div className={classes.root}>
      <TextField
        select
        SelectProps={MENU}
        id={id}
        label="Period"
        variant="outlined"
        size="small"
        className={classes.choice}
        error={Boolean(problem)}
        helperText={problem}
        value={valueOf(choice)}
        onChange={event => onPick(choiceOf(event.target.value))}
      >
        {PERIOD_DAYS.map(days => (
          <MenuItem key={days} {...optionOf(String(days))}>
            Last {days} days
          </MenuItem>
        ))}
        {quarters.map((quarter, index) => (
          <MenuItem key={valueOf(quarter)} {...optionOf(valueOf(quarter))}>
            Q{quarter.quarter} {quarter.year}
            {index === 0 && ' so far'}
          </MenuItem>
        ))}
        <MenuItem {...optionOf(ALL)}>All time</MenuItem>
        <MenuItem {...optionOf(CUSTOM)}>From … until …</MenuItem>
      </TextField>
      {choice.kind === 'custom' && (
        <CustomDays choice={choice} onPick={onPick} />
      )}
    </div>
  );
}

type CustomChoice = Extract<PeriodChoice, { kind: 'custom' }>;

/** The two days, kept as typed until they make a period. */
function CustomDays(props: {
  choice: CustomChoice;
  onPick: (choice: PeriodChoice) => void;
}) {
  const classes = useStyles();
  const id = useId();
  const { choice, onPick } = props;
  const [from, setFrom] = useState(choice.from ?? '');
  const [until, setUntil] = useState(choice.until ?? '');

  useEffect(() => {
    setFrom(choice.from ?? '');
    setUntil(choice.until ?? '');
  }, [choice.from, choice.until]);

  const problem =
    from && until && from > until ? 'Ends before it starts' : undefined;

  function commit() {
    const days = {
      from: readDay(from),
      until: readDay(until),
    };
    const unchanged = days.from === choice.from && days.until === choice.until;
    if (!problem && !unchanged && (days.from || days.until)) {
      onPick({ kind: 'custom', ...days });
    }
  }

  const field = {
    type: 'date',
    variant: 'outlined',
    size: 'small',
    className: classes.day,
    InputLabelProps: { shrink: true },
    error: Boolean(problem),
    onBlur: commit,
    onKeyDown: (event: { key: string }) => event.key === 'Enter' && commit(),
  } as const;
  return (
    <>
      <TextField
        {...field}
        id={`${id}-from`}
        label="From (UTC)"
        value={from}
        onChange={event => setFrom(event.target.value)}
      />
      <TextField
        {...field}
        id={`${id}-until`}
        label="Until (UTC)"
        value={until}
        helperText={problem}
        onChange={event => setUntil(event.target.value)}
      />
    </>
  );
}

function valueOf(choice: PeriodChoice): string {
  switch (choice.kind) {
    case 'days':
      return String(choice.days);
    case 'quarter':
      return `${choice.year}-Q${choice.quarter}`;
    default:
      return choice.kind;
  }
}

/** The latest quarters, and the picked one however long ago it was. */
function quartersWith(choice: PeriodChoice): QuarterChoice[] {
  const latest = recentQuarters(Date.now(), QUARTERS);
  const listed = latest.some(quarter => valueOf(quarter) === valueOf(choice));
  return choice.kind === 'quarter' && !listed ? [...latest, choice] : latest;
}

/** The days of a period, to start one's own from. */
function customOf({ from, to }: Period): PeriodChoice {
  const now = Date.now();
  const last = to ? Date.parse(to) - 1 : now;
  const first = from ? Date.parse(from) : last - 365 * 86_400_000;
  return { kind: 'custom', from: dayOf(first), until: dayOf(last) };
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
