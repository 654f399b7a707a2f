import { makeStyles } from '@material-ui/core/styles';
import { ValueText } from './ValueText';

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
  /** What a field is called. */
  nameOf: (path: string) => string;
}) {
  const classes = useStyles();
  const { nameOf } = props;
  const { note, changes } = props.change;
  return (
    <>
      {note && <p className={classes.note}>{note}</p>}
      {changes.length > 0 && (
        <ul className={classes.list}>
          {changes.map(({ path, from, to }) => (
            <li key={path}>
              <span className={classes.field}>{nameOf(path)}</span>: from{' '}
              <ValueText value={from} path={path} nameOf={nameOf} /> to{' '}
              <ValueText value={to} path={path} nameOf={nameOf} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
