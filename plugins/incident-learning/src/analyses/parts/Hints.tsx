import { useDeferredValue } from 'react';
import EmojiObjectsOutlinedIcon from '@material-ui/icons/EmojiObjectsOutlined';
import { makeStyles } from '@material-ui/core/styles';
import type { AnalysisHint } from '@hindsight/backstage-plugin-incident-learning-common';
import { TEXT_CONTRAST, toneColor } from '../../components/palette';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      gap: theme.spacing(1),
      fontSize: theme.typography.pxToRem(13),
      lineHeight: 1.5,
      color: theme.palette.text.secondary,
    },
    icon: {
      flex: 'none',
      fontSize: 18,
      color: toneColor(theme, 'info', TEXT_CONTRAST),
    },
    list: { margin: 0, padding: 0, listStyle: 'none', minWidth: 0 },
  }),
  { name: 'HindsightHints' },
);

const FIRST = 3;

/** What a facilitator may want to look at; it says nothing where there is nothing. */
export function Hints(props: { hints: AnalysisHint[] }) {
  const classes = useStyles();
  const hints = useDeferredValue(props.hints);
  const shown = hints.slice(0, FIRST);
  return (
    <div role="status" aria-label="Hints">
      {shown.length > 0 && (
        <div className={classes.root}>
          <EmojiObjectsOutlinedIcon className={classes.icon} aria-hidden />
          <ul className={classes.list}>
            {shown.map(({ code, nodeId, message }) => (
              <li key={`${code} ${nodeId} ${message}`}>{message}</li>
            ))}
            {hints.length > FIRST && (
              <li>and {hints.length - FIRST} more to look at</li>
            )}
          </ul>
        </div>
      )}
    </div>
  );
}
