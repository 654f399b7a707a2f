import type { TrendTableData } from '@hindsight/backstage-plugin-incident-learning-common';
import { cellText } from '@hindsight/backstage-plugin-incident-learning-common';
import { DataTable } from '../metrics/comparisons/DataTable';

/** A table of a report; units stand with their numbers here. */
export function ReportTable({ table }: { table: TrendTableData }) {
  const { title, columns, rows } = table;
  const shown = columns.flatMap((column, i) => (column === 'Unit' ? [] : [i]));
  return (
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
  );
}
