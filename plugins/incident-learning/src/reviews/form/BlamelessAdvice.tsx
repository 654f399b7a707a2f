import { useDeferredValue, useMemo } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { blamelessHints } from '@hindsight/backstage-plugin-incident-learning-common';
import { Disclosure } from '../../components/layout';
import { formatCount, formatQuantity } from '../../components';
import { usePeople } from './ReviewContext';

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'grid',
      gap: theme.spacing(1),
      margin: 0,
      paddingLeft: 18,
      fontSize: theme.typography.pxToRem(13),
      lineHeight: 1.5,
    },
    found: { fontWeight: 500 },
    why: { color: theme.palette.text.secondary },
  }),
  { name: 'HindsightBlamelessAdvice' },
);

/** More than that nobody reads at once. */
const SHOWN = 20;

/** Points at wordings that look for who rather than how. It keeps nobody from saving. */
export function BlamelessAdvice(props: { text: string }) {
  const classes = useStyles();
  const people = usePeople();
  const text = useDeferredValue(props.text);
  const hints = useMemo(() => blamelessHints(text, people), [text, people]);
  if (hints.length === 0) {
    return null;
  }
  return (
    <Disclosure
      open
      summary={`${formatQuantity(
        hints.length,
        'wording',
      )} to look at again (advice only)`}
    >
      <ul className={classes.list} aria-label="Blameless wording">
        {hints.slice(0, SHOWN).map(({ start, found, why, suggestion }) => (
          <li key={start}>
            <span className={classes.found}>“{found}”</span>: {suggestion}{' '}
            <span className={classes.why}>{why}</span>
          </li>
        ))}
        {hints.length > SHOWN && (
          <li>And {formatCount(hints.length - SHOWN)} more.</li>
        )}
      </ul>
    </Disclosure>
  );
}
