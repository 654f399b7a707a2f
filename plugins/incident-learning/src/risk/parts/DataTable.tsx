import { ReactNode } from 'react';
import { useDataTableStyles } from './tableStyles';

// What scrolls has to be reached by the keyboard.
const REACHABLE = { tabIndex: 0 };

/** A table under its name, in a region that scrolls where it does not fit. */
export function DataTable(props: {
  label: string;
  columns: { header: string; numeric?: boolean }[];
  /** The rows. */
  children: ReactNode;
}) {
  const classes = useDataTableStyles();
  return (
    <div
      className={classes.scroll}
      role="region"
      aria-label={`${props.label}, table`}
      {...REACHABLE}
    >
      <table className={classes.table} aria-label={props.label}>
        <thead>
          <tr>
            {props.columns.map(({ header, numeric }) => (
              <th
                key={header}
                scope="col"
                className={numeric ? 'number' : undefined}
              >
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{props.children}</tbody>
      </table>
    </div>
  );
}
