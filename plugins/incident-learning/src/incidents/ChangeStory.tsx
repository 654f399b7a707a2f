import { makeStyles } from '@material-ui/core/styles';
import { formatTime } from '../components';
import { PersonName } from '../components/entities';
import { ValueText } from './ValueText';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      padding: theme.spacing(1, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.5,
      overflowWrap: 'anywhere',
      '&:first-child': { borderTop: 0 },
    },
    time: { color: theme.palette.text.secondary },
    note: { margin: theme.spacing(0.5, 0, 0), whiteSpace: 'pre-wrap' },
    changes: { margin: theme.spacing(0.5, 0, 0), paddingLeft: 18 },
  }),
  { name: 'HindsightChangeStory' },
);

interface ToldChange {
  id: string;
  at: string;
  by: string;
  operation: string;
  note?: string;
  changes: { path: string; from?: unknown; to?: unknown }[];
}

/** Who changed what of a record when, in the order given. */
export function ChangeStory<Change extends ToldChange>(props: {
  changes: Change[];
  /** What somebody did, such as “changed it”. */
  deeds: Record<Change['operation'], string>;
  /** What fields are called. */
  fields: Record<string, string>;
}) {
  const classes = useStyles();
  const { deeds, fields } = props;
  return (
    <ol className={classes.list}>
      {props.changes.map(({ id, by, at, operation, note, changes }) => (
        <li key={id} className={classes.item}>
          <PersonName entityRef={by} />{' '}
          {deeds[operation as Change['operation']]}{' '}
          <span className={classes.time}>on {formatTime(at)}</span>
          {note && <p className={classes.note}>{note}</p>}
          {changes.length > 0 && (
            <ul className={classes.changes}>
              {changes.map(({ path, from, to }) => (
                <li key={path}>
                  {fields[path] ?? path}: from{' '}
                  <ValueText value={from} path={path} /> to{' '}
                  <ValueText value={to} path={path} />
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}
