import { makeStyles } from '@material-ui/core/styles';
import {
  TrendTableData,
  cellText,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { DataTable } from '../metrics/comparisons/DataTable';

const useStyles = makeStyles(
  {
    // On a phone, columns of one letter are worse than scrolling sideways.
    wide: { '& table': { minWidth: 760 } },
  },
  { name: 'HindsightReportTable' },
);

const MANY_COLUMNS = 6;

/** A table of a report; units stand with their numbers here. */
export function ReportTable({ table }: { table: TrendTableData }) {
  const classes = useStyles();
  const { title, columns, rows } = table;
  const shown = columns.flatMap((column, i) => (column === 'Unit' ? [] : [i]));
  return (
    <div className={shown.length >= MANY_COLUMNS ? classes.wide : undefined}>
      <DataTable
        caption={`${title}, the figures`}
        columns={shown.map(i => ({
          header: columns[i],
          numeric: rows.some(
            row => typeof row[i] === 'number' || typeof row[i] === 'object',
          ),
        }))}
        rows={rows.map((row, number) => ({
          key: `${number} ${cellText(row[0])}`,
          cells: shown.map(i => cellText(row[i])),
        }))}
      />
    </div>
  );
}
