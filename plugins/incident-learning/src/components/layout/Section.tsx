import { ReactNode, useId } from 'react';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    root: { padding: theme.spacing(2), minWidth: 0 },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      justifyContent: 'space-between',
      gap: theme.spacing(0, 2),
      marginBottom: theme.spacing(1.5),
    },
    title: {
      margin: 0,
      fontSize: theme.typography.pxToRem(18),
      lineHeight: 1.4,
      fontWeight: 500,
    },
    note: {
      fontSize: theme.typography.pxToRem(13),
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'IncidentLearningSection' },
);

/** A part of a page, under its own heading. */
export function Section(props: {
  title: string;
  /** A word on the whole, beside the title. */
  note?: ReactNode;
  /** An address within the page. */
  id?: string;
  children: ReactNode;
}) {
  const classes = useStyles();
  const titleId = useId();
  return (
    <Paper
      variant="outlined"
      component="section"
      id={props.id}
      className={classes.root}
      aria-labelledby={titleId}
    >
      <div className={classes.head}>
        <h3 id={titleId} className={classes.title}>
          {props.title}
        </h3>
        {props.note && <span className={classes.note}>{props.note}</span>}
      </div>
      {props.children}
    </Paper>
  );
}
