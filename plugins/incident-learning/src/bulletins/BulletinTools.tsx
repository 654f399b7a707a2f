import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import ChevronLeftIcon from '@material-ui/icons/ChevronLeft';
import ChevronRightIcon from '@material-ui/icons/ChevronRight';
import { Link as RouterLink } from 'react-router-dom';
import {
  Bulletin,
  shiftWeek,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { ScopePicker } from '../components/pickers';
import { useBulletinQuery } from './useBulletin';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(2, 3),
      marginBottom: theme.spacing(2),
    },
    group: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
    scopes: {
      flex: '1 1 600px',
      rowGap: theme.spacing(2),
      [theme.breakpoints.down('xs')]: { flexBasis: '100%' },
    },
  }),
  { name: 'HindsightBulletinTools' },
);

/** Which week, and whose bulletin. */
export function BulletinTools(props: {
  /** Undefined until it is there. */
  bulletin?: Bulletin;
  scope: string;
  onPick: (scope: string) => void;
}) {
  const classes = useStyles();
  const { bulletin, scope, onPick } = props;
  return (
    <div className={classes.root}>
      {bulletin ? <WeekSteps {...bulletin} /> : <span />}
      <BulletinScopes scope={scope} onPick={onPick} />
    </div>
  );
}

/** Walks from week to week. */
function WeekSteps(props: Pick<Bulletin, 'week' | 'currentWeek'>) {
  const classes = useStyles();
  const query = useBulletinQuery();
  const { week, currentWeek } = props;
  const last = shiftWeek(currentWeek, -1);
  return (
    <nav aria-label="Weeks" className={classes.group}>
      <Button
        variant="outlined"
        component={RouterLink}
        to={query({ week: shiftWeek(week, -1) })}
        startIcon={<ChevronLeftIcon />}
      >
        Week before
      </Button>
      {week < currentWeek ? (
        <Button
          variant="outlined"
          component={RouterLink}
          to={query({ week: shiftWeek(week, 1) })}
          endIcon={<ChevronRightIcon />}
        >
          Week after
        </Button>
      ) : (
        <Button variant="outlined" disabled endIcon={<ChevronRightIcon />}>
          Week after
        </Button>
      )}
      {week !== last && (
        <Button component={RouterLink} to={query({ week: last })}>
          Last full week
        </Button>
      )}
    </nav>
  );
}

/** Picks whose bulletin is shown. */
function BulletinScopes(props: {
  scope: string;
  onPick: (scope: string) => void;
}) {
  const classes = useStyles();
  const { scope, onPick } = props;
  const entity = scope === 'org' || scope === 'mine' ? undefined : scope;
  return (
    <div
      role="group"
      aria-label="Whose bulletin"
      className={`${classes.group} ${classes.scopes}`}
    >
      {(
        [
          ['org', 'Whole organisation'],
          ['mine', 'My groups'],
        ] as const
      ).map(([value, label]) => (
        <Button
          key={value}
          variant={scope === value ? 'contained' : 'outlined'}
          aria-pressed={scope === value}
          onClick={() => onPick(value)}
        >
          {label}
        </Button>
      ))}
      <ScopePicker
        scope={entity}
        onPick={picked => onPick(picked ?? 'org')}
        label="Whose bulletin"
        placeholder="A team, system or service"
      />
    </div>
  );
}
