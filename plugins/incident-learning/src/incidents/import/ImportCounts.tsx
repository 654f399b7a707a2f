import { makeStyles } from '@material-ui/core/styles';
import { formatCount } from '../../components';
import type { ImportSummary } from './problems';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(96px, 1fr))',
      gap: theme.spacing(1),
      margin: 0,
    },
    item: {
      display: 'flex',
      flexDirection: 'column-reverse',
      justifyContent: 'flex-end',
      padding: theme.spacing(1, 1.5),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
    },
    name: {
      fontSize: theme.typography.pxToRem(13),
      color: theme.palette.text.secondary,
    },
    value: {
      margin: 0,
      fontSize: theme.typography.pxToRem(22),
      fontWeight: 700,
      fontVariantNumeric: 'tabular-nums',
    },
  }),
  { name: 'IncidentLearningImportCounts' },
);

/** What an import has come to, or would come to. */
export function ImportCounts(props: { summary: ImportSummary }) {
  const classes = useStyles();
  const { created, updated, unchanged, rejected, warnings } = props.summary;
  const items: [string, number][] = [
    ['New', created],
    ['Updated', updated],
    ['Unchanged', unchanged],
    ['Rejected', rejected],
    ['Warnings', warnings],
  ];
  return (
    <dl className={classes.root}>
      {items.map(([name, value]) => (
        <div key={name} className={classes.item}>
          <dt className={classes.name}>{name}</dt>
          <dd className={classes.value}>{formatCount(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
