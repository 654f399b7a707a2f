import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    summary: {
      width: 'fit-content',
      padding: theme.spacing(1, 0),
      fontSize: theme.typography.pxToRem(14),
      fontWeight: 500,
      cursor: 'pointer',
      color: theme.palette.text.primary,
      '&:hover': { textDecoration: 'underline' },
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.text.primary}`,
        outlineOffset: 2,
      },
    },
  }),
  { name: 'IncidentLearningDisclosure' },
);

/** Holds back what few need to see. */
export function Disclosure(props: {
  summary: ReactNode;
  open?: boolean;
  /** Called as it is opened and closed; for what is loaded only once it is seen. */
  onToggle?: (open: boolean) => void;
  children: ReactNode;
}) {
  const classes = useStyles();
  return (
    <details
      open={props.open}
      onToggle={event => props.onToggle?.(event.currentTarget.open)}
    >
      <summary className={classes.summary}>{props.summary}</summary>
      {props.children}
    </details>
  );
}
