import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    versions: {
      display: 'grid',
      gap: theme.spacing(1.5),
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(260px, 100%), 1fr))',
    },
    version: {
      minWidth: 0,
      padding: theme.spacing(1.5),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
    },
    name: {
      margin: theme.spacing(0, 0, 1),
      fontSize: theme.typography.pxToRem(14),
      fontWeight: 700,
    },
  }),
  { name: 'HindsightVersions' },
);

/** Holds versions of the same thing side by side. */
export function Versions({ children }: { children: ReactNode }) {
  return <div className={useStyles().versions}>{children}</div>;
}

/** One version under its name. */
export function Version(props: { name: string; children: ReactNode }) {
  const classes = useStyles();
  return (
    <div className={classes.version} role="group" aria-label={props.name}>
      <h4 className={classes.name}>{props.name}</h4>
      {props.children}
    </div>
  );
}
