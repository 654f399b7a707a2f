import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { EmptyStateProps } from './types';

const useStyles = makeStyles(
  theme => ({
    // Not the core part: its title is a heading of level 5 wherever it stands,
    // and its picture says "create a component".
    root: {
      padding: theme.spacing(5, 2),
      textAlign: 'center',
    },
    title: { fontWeight: 500 },
    description: {
      maxWidth: '60ch',
      margin: theme.spacing(0.5, 'auto', 0),
      color: theme.palette.text.secondary,
    },
    action: { marginTop: theme.spacing(2) },
  }),
  { name: 'IncidentLearningEmptyState' },
);

/**
 * Says that there is nothing here, and what to do next.
 *
 * @public
 */
export function EmptyState(props: EmptyStateProps) {
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <Typography variant="body1" className={classes.title}>
        {props.title}
      </Typography>
      <Typography
        variant="body2"
        component="div"
        className={classes.description}
      >
        {props.description}
      </Typography>
      {props.action && <div className={classes.action}>{props.action}</div>}
    </div>
  );
}
