import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { ChartBaseProps } from './types';

const useStyles = makeStyles(
  theme => ({
    root: {
      margin: 0,
      minWidth: 0,
      position: 'relative',
      fontVariantNumeric: 'tabular-nums',
    },
    head: {
      display: 'flex',
      justifyContent: 'space-between',
      alignItems: 'flex-start',
      gap: theme.spacing(1),
    },
    title: {
      margin: 0,
      paddingTop: 4,
      fontSize: theme.typography.pxToRem(16),
      lineHeight: 1.4,
      fontWeight: 700,
    },
    action: { flex: 'none' },
    description: {
      maxWidth: '110ch',
      marginTop: 2,
      fontSize: theme.typography.pxToRem(13),
      lineHeight: 1.5,
      color: theme.palette.text.secondary,
    },
    legend: { marginTop: theme.spacing(1) },
    body: { marginTop: theme.spacing(1) },
    note: {
      marginTop: theme.spacing(1),
      fontSize: theme.typography.pxToRem(12),
      lineHeight: 1.5,
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'IncidentLearningChartShell' },
);

/**
 * What stands around a drawing, the same while it loads and after, so that
 * nothing jumps.
 */
export function ChartShell(
  props: ChartBaseProps & {
    titleId: string;
    describedBy?: string;
    action?: ReactNode;
    legend?: ReactNode;
    busy?: boolean;
    children: ReactNode;
  },
) {
  const classes = useStyles();
  const Heading = props.headingLevel ?? 'h3';
  return (
    <figure
      className={classes.root}
      aria-labelledby={props.titleId}
      aria-describedby={props.describedBy}
      aria-busy={props.busy}
    >
      <div className={classes.head}>
        <Heading id={props.titleId} className={classes.title}>
          {props.title}
        </Heading>
        <div className={classes.action}>{props.action}</div>
      </div>
      {props.description && (
        <div className={classes.description}>{props.description}</div>
      )}
      {props.legend && <div className={classes.legend}>{props.legend}</div>}
      <div className={classes.body}>{props.children}</div>
      {props.note && <div className={classes.note}>{props.note}</div>}
    </figure>
  );
}
