import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { VisuallyHidden } from '../../components/VisuallyHidden';

// A region that scrolls has to be reached by the keyboard.
const REACHABLE = { tabIndex: 0 };

const useStyles = makeStyles(
  theme => ({
    root: {
      // Holds the hidden caption, which else would widen the page.
      position: 'relative',
      overflowX: 'auto',
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: 1,
      },
      '@media print': { overflowX: 'visible' },
    },
    table: {
      width: '100%',
      borderCollapse: 'collapse',
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.45,
      fontVariantNumeric: 'tabular-nums',
      '& th, & td': {
        padding: theme.spacing(0.75, 2, 0.75, 0),
        textAlign: 'left',
        verticalAlign: 'top',
        fontWeight: 400,
        borderBottom: `1px solid ${theme.palette.divider}`,
      },
      '& th:last-child, & td:last-child': { paddingRight: 0 },
      '& thead th': {
        color: theme.palette.text.secondary,
        fontSize: theme.typography.pxToRem(12),
        whiteSpace: 'nowrap',
      },
      '& td': { minWidth: 160 },
      '& td.numeric': { minWidth: 72 },
      '& tbody th': { minWidth: 160, overflowWrap: 'anywhere' },
      '& .numeric': { textAlign: 'right', whiteSpace: 'nowrap' },
      '@media print': {
        fontSize: theme.typography.pxToRem(11),
        '& thead th': { whiteSpace: 'normal' },
        '& td, & td.numeric': { minWidth: 0 },
        '& tbody th': { minWidth: 72 },
        '& tr': { breakInside: 'avoid' },
      },
    },
  }),
  { name: 'IncidentLearningDataTable' },
);

/** A plain table of figures; the first cell of a row is its header. */
export function DataTable(props: {
  caption: string;
  columns: { header: string; numeric?: boolean }[];
  rows: { key: string; cells: ReactNode[] }[];
}) {
  const classes = useStyles();
  const { caption, columns, rows } = props;
  const align = (index: number) =>
    columns[index].numeric ? 'numeric' : undefined;
  return (
    <div
      className={classes.root}
      role="region"
      aria-label={caption}
      {...REACHABLE}
    >
      <table className={classes.table}>
        <caption>
          <VisuallyHidden>{caption}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            {columns.map(({ header }, index) => (
              <th key={header} scope="col" className={align(index)}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              <th scope="row">{cells[0]}</th>
              {cells.slice(1).map((cell, index) => (
                <td
                  key={columns[index + 1].header}
                  className={align(index + 1)}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
