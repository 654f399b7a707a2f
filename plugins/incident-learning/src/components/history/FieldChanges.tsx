import { makeStyles } from '@material-ui/core/styles';
import { FieldWords, ValueText } from './ValueText';

const useStyles = makeStyles(
  theme => ({
    note: { margin: theme.spacing(0.5, 0, 0), whiteSpace: 'pre-wrap' },
    list: {
      display: 'grid',
      gap: theme.spacing(0.5),
      margin: theme.spacing(0.5, 0, 0),
      paddingLeft: 18,
    },
    field: { fontWeight: 500 },
  }),
  { name: 'HindsightFieldChanges' },
);

/** What one change made of each field, and what was noted with it. */
export function FieldChanges(props: {
  change: {
    note?: string;
    changes: { path: string; from?: unknown; to?: unknown }[];
  };
  words: FieldWords;
}) {
  const classes = useStyles();
  const { words } = props;
  const { note, changes } = props.change;
  return (
    <>
      {note && <p className={classes.note}>{note}</p>}
      {changes.length > 0 && (
        <ul className={classes.list}>
          {changes.map(({ path, from, to }) => (
            <li key={path}>
              <span className={classes.field}>{words.nameOf(path)}</span>: from{' '}
              <ValueText value={from} path={path} words={words} /> to{' '}
              <ValueText value={to} path={path} words={words} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
