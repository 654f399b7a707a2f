import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import TableSortLabel from '@material-ui/core/TableSortLabel';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import type {
  Incident,
  IncidentSort,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { SeverityChip, StatusChip } from '../../components';
import type { KnownEntities } from '../../components/entities';
import { Duration, IncidentDate, PrimaryEntity } from './cells';
import type { SortName } from './filters';
import { IncidentMarks } from './IncidentMarks';

/** Shared by the tables of incidents. */
export const useIncidentTableStyles = makeStyles(
  theme => ({
    scroll: { overflowX: 'auto' },
    head: {
      verticalAlign: 'bottom',
      '& th': {
        padding: theme.spacing(1),
        lineHeight: 1.3,
        wordBreak: 'normal',
      },
    },
    duration: { minWidth: 96 },
    cell: {
      padding: theme.spacing(1.25, 1),
      lineHeight: 1.4,
      verticalAlign: 'top',
      borderBottomColor: theme.palette.divider,
    },
    title: { minWidth: 220, width: '100%', overflowWrap: 'anywhere' },
    link: { fontWeight: 500, lineHeight: 1.4 },
    marks: { marginTop: theme.spacing(0.5) },
    number: { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
    date: { minWidth: 104 },
    entity: { minWidth: 160 },
  }),
  { name: 'IncidentLearningIncidentTable' },
);

export interface IncidentRowsProps {
  incidents: Incident[];
  known: KnownEntities;
  sort: SortName;
  onSort: (sort: SortName) => void;
  hrefOf: (incident: Incident) => string;
}

const COLUMNS: { label: string; sort?: IncidentSort; narrow?: boolean }[] = [
  { label: 'Incident', sort: 'title' },
  { label: 'Severity', sort: 'severity' },
  { label: 'Status' },
  { label: 'Detected', sort: 'periodAt' },
  { label: 'Time to detect', sort: 'timeToDetectMs', narrow: true },
  { label: 'Time to contain', sort: 'timeToContainMs', narrow: true },
  { label: 'Primary entity' },
];

/** Incidents as a table that is sorted by its headers. */
export function IncidentTable(props: IncidentRowsProps) {
  const classes = useIncidentTableStyles();
  return (
    <div className={classes.scroll}>
      <Table size="small" aria-label="Incidents">
        <TableHead>
          <TableRow className={classes.head}>
            {COLUMNS.map(column => (
              <HeaderCell
                key={column.label}
                {...column}
                current={props.sort}
                onSort={props.onSort}
              />
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {props.incidents.map(incident => (
            <IncidentRow key={incident.id} incident={incident} {...props} />
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

/** Names are looked at from A, all else from the latest, longest or gravest. */
export function nextSort(sort: IncidentSort, current: SortName): SortName {
  const first: SortName = sort === 'title' ? sort : `-${sort}`;
  const second: SortName = first === sort ? `-${sort}` : sort;
  return current === first ? second : first;
}

/** A header that sorts its column, where that can be. */
export function HeaderCell(props: {
  label: string;
  sort?: IncidentSort;
  narrow?: boolean;
  current: SortName;
  onSort: (sort: SortName) => void;
}) {
  const classes = useIncidentTableStyles();
  const { label, sort, current, onSort } = props;
  if (!sort) {
    return <TableCell>{label}</TableCell>;
  }
  const direction = current.startsWith('-') ? 'desc' : 'asc';
  const active = current.replace('-', '') === sort;
  return (
    <TableCell
      className={props.narrow ? classes.duration : undefined}
      sortDirection={active ? direction : false}
    >
      <TableSortLabel
        active={active}
        direction={active ? direction : 'asc'}
        onClick={() => onSort(nextSort(sort, current))}
      >
        {label}
      </TableSortLabel>
    </TableCell>
  );
}

function IncidentRow(props: IncidentRowsProps & { incident: Incident }) {
  const classes = useIncidentTableStyles();
  const { incident, known, hrefOf } = props;
  const cell = (...names: string[]) => [classes.cell, ...names].join(' ');
  return (
    <TableRow>
      <TableCell
        component="th"
        scope="row"
        // The kit takes it for a plain cell.
        role="rowheader"
        className={cell(classes.title)}
      >
        <Link
          to={hrefOf(incident)}
          className={classes.link}
          data-incident={incident.id}
        >
          {incident.title}
        </Link>
        <div className={classes.marks}>
          <IncidentMarks incident={incident} />
        </div>
      </TableCell>
      <TableCell className={cell()}>
        <SeverityChip severity={incident.severity} />
      </TableCell>
      <TableCell className={cell()}>
        <StatusChip status={incident.status} />
      </TableCell>
      <TableCell className={cell(classes.date)}>
        <IncidentDate incident={incident} />
      </TableCell>
      <TableCell className={cell(classes.number)}>
        <Duration ms={incident.timeToDetectMs} />
      </TableCell>
      <TableCell className={cell(classes.number)}>
        <Duration ms={incident.timeToContainMs} />
      </TableCell>
      <TableCell className={cell(classes.entity)}>
        <PrimaryEntity incident={incident} known={known} />
      </TableCell>
    </TableRow>
  );
}
