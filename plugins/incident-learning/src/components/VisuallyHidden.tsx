import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  {
    root: {
      position: 'absolute',
      width: 1,
      height: 1,
      margin: -1,
      overflow: 'hidden',
      clip: 'rect(0 0 0 0)',
      whiteSpace: 'nowrap',
    },
  },
  { name: 'IncidentLearningVisuallyHidden' },
);

/** Text that is read out but not seen. */
export function VisuallyHidden(props: {
  id?: string;
  live?: boolean;
  children?: ReactNode;
}) {
  const classes = useStyles();
  return (
    <div
      id={props.id}
      className={classes.root}
      aria-live={props.live ? 'polite' : undefined}
    >
      {props.children}
    </div>
  );
}
