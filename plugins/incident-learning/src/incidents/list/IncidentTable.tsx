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
import type { KnownEntities } from '../../components/entities';
import { FactorLegend } from '../../risk/parts/FactorBars';
import { INCIDENT_COLUMNS, IncidentColumn } from './columns';
import type { SortName } from './filters';
import { IncidentMarks } from './IncidentMarks';
import type { IncidentListView } from './useIncidentList';

const useStyles = makeStyles(
  theme => ({
    scroll: { overflowX: 'auto' },
    legend: {
      margin: theme.spacing(0, 0, 1),
      fontSize: theme.typography.pxToRem(13),
      color: theme.palette.text.secondary,
      '& svg': { verticalAlign: '-2px' },
    },
    head: {
      verticalAlign: 'bottom',
      '& th': {
        padding: theme.spacing(1),
        lineHeight: 1.3,
        wordBreak: 'normal',
      },
    },
    narrow: { minWidth: 96 },
    row: {
      '& > *': {
        padding: theme.spacing(1.25, 1),
        lineHeight: 1.4,
        verticalAlign: 'top',
        borderBottomColor: theme.palette.divider,
      },
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

/** Props of what shows the incidents of a list. */
export interface IncidentRowsProps {
  incidents: Incident[];
  known: KnownEntities;
  sort: SortName;
  onSort: (sort: SortName) => void;
  hrefOf: (incident: Incident) => string;
}

/** Incidents as a table that is sorted by its headers. */
export function IncidentTable(
  props: IncidentRowsProps & { view: IncidentListView },
) {
  const classes = useStyles();
  const { view, sort, onSort } = props;
  const columns = INCIDENT_COLUMNS[view];
  return (
    <>
      {view === 'risk' && (
        <p className={classes.legend}>
          <FactorLegend />
        </p>
      )}
      <div className={classes.scroll}>
        <Table
          size="small"
          aria-label={view === 'risk' ? 'Incidents by risk' : 'Incidents'}
        >
          <TableHead>
            <TableRow className={classes.head}>
              {[{ label: 'Incident', sort: 'title' } as const, ...columns].map(
                column => (
                  <HeaderCell
                    key={column.label}
                    {...column}
                    current={sort}
                    onSort={onSort}
                  />
                ),
              )}
            </TableRow>
          </TableHead>
          <TableBody>
            {props.incidents.map(incident => (
              <IncidentRow
                key={incident.id}
                incident={incident}
                columns={columns}
                known={props.known}
                href={props.hrefOf(incident)}
              />
            ))}
          </TableBody>
        </Table>
      </div>
    </>
  );
}

/** Names are looked at from A, all else from the latest, longest or gravest. */
function nextSort(sort: IncidentSort, current: SortName): SortName {
  const first: SortName = sort === 'title' ? sort : `-${sort}`;
  const second: SortName = first === sort ? `-${sort}` : sort;
  return current === first ? second : first;
}

/** A header that sorts its column, where that can be. */
function HeaderCell(props: {
  label: string;
  sort?: IncidentSort;
  narrow?: boolean;
  current: SortName;
  onSort: (sort: SortName) => void;
}) {
  const classes = useStyles();
  const { label, sort, current, onSort } = props;
  if (!sort) {
    return <TableCell>{label}</TableCell>;
  }
  const direction = current.startsWith('-') ? 'desc' : 'asc';
  const active = current.replace('-', '') === sort;
  return (
    <TableCell
      className={props.narrow ? classes.narrow : undefined}
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

function IncidentRow(props: {
  incident: Incident;
  columns: IncidentColumn[];
  known: KnownEntities;
  href: string;
}) {
  const classes = useStyles();
  const { incident, columns, known, href } = props;
  return (
    <TableRow className={classes.row}>
      <TableCell
        component="th"
        scope="row"
        // The kit takes it for a plain cell.
        role="rowheader"
        className={classes.title}
      >
        <Link to={href} className={classes.link} data-record={incident.id}>
          {incident.title}
        </Link>
        <div className={classes.marks}>
          <IncidentMarks incident={incident} />
        </div>
      </TableCell>
      {columns.map(({ label, holds, cell }) => (
        <TableCell key={label} className={holds && classes[holds]}>
          {cell(incident, known)}
        </TableCell>
      ))}
    </TableRow>
  );
}
