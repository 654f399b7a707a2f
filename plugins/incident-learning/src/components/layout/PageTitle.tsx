import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    root: { marginBottom: theme.spacing(2) },
    line: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
    title: {
      flex: '1 1 320px',
      margin: 0,
      fontSize: theme.typography.pxToRem(24),
      lineHeight: 1.3,
      fontWeight: 700,
      overflowWrap: 'anywhere',
    },
    above: { marginBottom: theme.spacing(0.5), fontSize: 14 },
    below: { marginTop: theme.spacing(1) },
  }),
  { name: 'IncidentLearningPageTitle' },
);

/** The title of a page below a tab, with the way up above it and what can be done beside it. */
export function PageTitle(props: {
  title: string;
  above?: ReactNode;
  below?: ReactNode;
  actions?: ReactNode;
}) {
  const classes = useStyles();
  return (
    <div className={classes.root}>
      {props.above && <div className={classes.above}>{props.above}</div>}
      <div className={classes.line}>
        <h2 className={classes.title}>{props.title}</h2>
        {props.actions}
      </div>
      {props.below && <div className={classes.below}>{props.below}</div>}
    </div>
  );
}
