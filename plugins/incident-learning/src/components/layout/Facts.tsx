import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(110px, max-content) minmax(0, 1fr)',
      // A long name must not leave the value no room.
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: 'fit-content(42%) minmax(0, 1fr)',
      },
      gap: theme.spacing(0.75, 2),
      margin: 0,
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.5,
      overflowWrap: 'anywhere',
    },
    name: { color: theme.palette.text.secondary },
    value: { margin: 0 },
  }),
  { name: 'IncidentLearningFacts' },
);

/** A name and what there is to say of it; without a value it is left out. */
export type Fact = [name: string, value: ReactNode];

/** A list of facts, name beside value. */
export function Facts(props: { facts: Fact[] }) {
  const classes = useStyles();
  return (
    <dl className={classes.root}>
      {props.facts
        .filter(([, value]) => value !== undefined && value !== '')
        .map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt className={classes.name}>{name}</dt>
            <dd className={classes.value}>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
