import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { formatCount } from '../format';
import { ChartTable } from './types';

// More rows than anybody reads at once; drawing thousands takes long.
const FIRST_ROWS = 200;

// A region that scrolls has to be reached by the keyboard.
const REACHABLE = { tabIndex: 0 };

const useStyles = makeStyles(
  theme => ({
    root: {
      overflow: 'auto',
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      boxSizing: 'border-box',
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: 1,
      },
    },
    table: {
      width: '100%',
      borderCollapse: 'collapse',
      fontSize: theme.typography.pxToRem(13),
      lineHeight: 1.4,
      '& + *': { marginTop: theme.spacing(2) },
      '& th, & td': {
        padding: theme.spacing(0.75, 1.5),
        textAlign: 'left',
        verticalAlign: 'top',
        fontWeight: 400,
        borderBottom: `1px solid ${theme.palette.divider}`,
      },
      '& thead th': {
        position: 'sticky',
        top: 0,
        fontWeight: 700,
        whiteSpace: 'nowrap',
        backgroundColor: theme.palette.background.paper,
        boxShadow: `inset 0 -1px ${theme.palette.divider}`,
      },
      '& .numeric': { textAlign: 'right', whiteSpace: 'nowrap' },
      '& a': { color: 'inherit', textDecoration: 'underline' },
    },
    caption: {
      padding: theme.spacing(1, 1.5, 0.5),
      textAlign: 'left',
      color: theme.palette.text.secondary,
    },
    more: { margin: theme.spacing(1), textTransform: 'none' },
  }),
  { name: 'IncidentLearningChartTable' },
);

/** The data of a chart as tables, in a region that scrolls. */
export function ChartTableView(props: {
  tables: ChartTable[];
  height: number;
  label: string;
}) {
  const classes = useStyles();
  return (
    <div
      className={classes.root}
      style={{ height: props.height }}
      role="region"
      aria-label={props.label}
      {...REACHABLE}
    >
      {props.tables
        .filter(table => table.rows.length > 0)
        .map(table => (
          <DataTable key={table.caption} table={table} />
        ))}
    </div>
  );
}

function DataTable(props: { table: ChartTable }) {
  const classes = useStyles();
  const { caption, columns, rows } = props.table;
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, FIRST_ROWS);
  const align = (index: number) =>
    columns[index].numeric ? 'numeric' : undefined;
  return (
    <>
      <table className={classes.table}>
        <caption className={classes.caption}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={column.header} scope="col" className={align(index)}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(row => (
            <tr key={row.key}>
              <th scope="row">{row.cells[0]}</th>
              {row.cells.slice(1).map((cell, index) => (
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
      {shown.length < rows.length && (
        <Button
          size="small"
          className={classes.more}
          onClick={() => setAll(true)}
        >
          Show all {formatCount(rows.length)} rows
        </Button>
      )}
    </>
  );
}
