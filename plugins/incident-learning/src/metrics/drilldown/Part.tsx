import { ReactNode, useId } from 'react';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    title: {
      margin: theme.spacing(0, 0, 0.5),
      fontSize: theme.typography.pxToRem(16),
      lineHeight: 1.4,
      fontWeight: 700,
    },
    description: {
      marginBottom: theme.spacing(1),
      fontSize: theme.typography.pxToRem(13),
      lineHeight: 1.5,
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'IncidentLearningDrillDownPart' },
);

/** A part of a drill-down under its heading. */
export function Part(props: {
  title: string;
  description?: ReactNode;
  children: ReactNode;
}) {
  const classes = useStyles();
  const titleId = useId();
  return (
    <section aria-labelledby={titleId}>
      <h3 id={titleId} className={classes.title}>
        {props.title}
      </h3>
      {props.description && (
        <div className={classes.description}>{props.description}</div>
      )}
      {props.children}
    </section>
  );
}
