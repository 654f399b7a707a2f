import { ReactNode } from 'react';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    root: {
      padding: theme.spacing(2),
      [theme.breakpoints.up('sm')]: { padding: theme.spacing(2, 3) },
      '@media print': {
        '& figure': { breakInside: 'avoid' },
        '& h3': { breakAfter: 'avoid' },
      },
    },
    busy: { opacity: 0.6 },
  }),
  { name: 'IncidentLearningChartCard' },
);

/** The paper that a chart lies on; paler while newer data load. */
export function ChartCard(props: { busy?: boolean; children: ReactNode }) {
  const classes = useStyles();
  return (
    <Paper
      variant="outlined"
      className={`${classes.root} ${props.busy ? classes.busy : ''}`}
      aria-busy={props.busy}
    >
      {props.children}
    </Paper>
  );
}
