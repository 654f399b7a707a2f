import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { PersonName } from '../../components/entities';
import { partWords } from '../partWords';
import { STATE_WORDS } from '../words';
import { useReviewContext } from './ReviewContext';
import type { NewsItem } from './news';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      justifyContent: 'space-between',
      gap: theme.spacing(0, 1),
      marginTop: theme.spacing(1),
      paddingTop: theme.spacing(1),
      borderTop: `1px solid ${theme.palette.divider}`,
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.5,
    },
    list: { margin: 0, padding: 0, listStyle: 'none', minWidth: 0 },
  }),
  { name: 'HindsightNewsNotice' },
);

/** Says, without being in the way, what others have just changed. */
export function NewsNotice(props: {
  items: NewsItem[];
  onDismiss: () => void;
}) {
  const classes = useStyles();
  const { review } = useReviewContext();
  const lines = new Map<string, NewsItem>();
  props.items.forEach(item => lines.set(`${item.by} ${item.path}`, item));
  return (
    <div role="status" aria-label="Changed by others">
      {lines.size > 0 && (
        <div className={classes.root}>
          <ul className={classes.list}>
            {[...lines].map(([key, { by, path }]) => (
              <li key={key}>
                {by ? <PersonName entityRef={by} /> : 'Somebody'}{' '}
                {path === 'state'
                  ? `moved the review to ${STATE_WORDS[
                      review.state
                    ].toLocaleLowerCase('en-US')}`
                  : `changed ${partWords(path, review)}`}
              </li>
            ))}
          </ul>
          <Button size="small" onClick={props.onDismiss}>
            Dismiss
          </Button>
        </div>
      )}
    </div>
  );
}
