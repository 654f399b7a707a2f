import { useMemo } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import type { Analysis } from '@hindsight/backstage-plugin-incident-learning-common';
import { listAnalysis } from './listing';

const useStyles = makeStyles(
  theme => ({
    root: {
      margin: 0,
      padding: theme.spacing(1, 1.5),
      listStyle: 'none',
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.5,
      overflowWrap: 'anywhere',
    },
    item: { padding: theme.spacing(0.5, 0) },
    lead: {
      fontSize: theme.typography.pxToRem(13),
      color: theme.palette.text.secondary,
    },
    notes: {
      fontSize: theme.typography.pxToRem(13),
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'HindsightAnalysisListing' },
);

const DEEPEST_INDENT = 10;

/** An analysis as text, line by line. */
export function AnalysisListing(props: { analysis: Analysis; label: string }) {
  const classes = useStyles();
  const lines = useMemo(() => listAnalysis(props.analysis), [props.analysis]);
  return (
    <ul className={classes.root} aria-label={`${props.label}, as a list`}>
      {lines.map(({ key, depth, lead, text, notes }) => (
        <li
          key={key}
          className={classes.item}
          style={{ paddingLeft: Math.min(depth, DEEPEST_INDENT) * 16 }}
        >
          {lead && <div className={classes.lead}>{lead}</div>}
          <span>{text}</span>
          {notes.length > 0 && (
            <span className={classes.notes}> ({notes.join(', ')})</span>
          )}
        </li>
      ))}
      {lines.length === 0 && <li>Nothing yet.</li>}
    </ul>
  );
}
