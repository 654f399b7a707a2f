import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import type {
  Incident,
  IncidentSort,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { SeverityChip, StatusChip } from '../../components';
import { FactorBars, FactorLegend } from '../../risk/parts/FactorBars';
import { ScoreValue } from '../../risk/parts/ScoreValue';
import { IncidentDate, PrimaryEntity } from './cells';
import { IncidentMarks } from './IncidentMarks';
import {
  HeaderCell,
  IncidentRowsProps,
  useIncidentTableStyles,
} from './IncidentTable';

const useStyles = makeStyles(
  theme => ({
    legend: {
      margin: theme.spacing(0, 0, 1),
      fontSize: theme.typography.pxToRem(13),
      color: theme.palette.text.secondary,
      '& svg': { verticalAlign: '-2px' },
    },
  }),
  { name: 'IncidentLearningRiskIncidents' },
);

const COLUMNS: { label: string; sort?: IncidentSort }[] = [
  { label: 'Incident', sort: 'title' },
  { label: 'Score', sort: 'riskScore' },
  { label: 'Factors' },
  { label: 'Severity', sort: 'severity' },
  { label: 'Status' },
  { label: 'Detected', sort: 'periodAt' },
  { label: 'Primary entity' },
];

/** Incidents as a table with their scores and what these are made of. */
export function RiskTable(props: IncidentRowsProps) {
  const classes = { ...useIncidentTableStyles(), ...useStyles() };
  return (
    <>
      <p className={classes.legend}>
        <FactorLegend />
      </p>
      <div className={classes.scroll}>
        <Table size="small" aria-label="Incidents by risk">
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
              <RiskRow key={incident.id} incident={incident} {...props} />
            ))}
          </TableBody>
        </Table>
      </div>
    </>
  );
}

function RiskRow(props: IncidentRowsProps & { incident: Incident }) {
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
      <TableCell className={cell(classes.number)}>
        <ScoreValue risk={incident.risk} />
      </TableCell>
      <TableCell className={cell()}>
        <FactorBars risk={incident.risk} />
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
      <TableCell className={cell(classes.entity)}>
        <PrimaryEntity incident={incident} known={known} />
      </TableCell>
    </TableRow>
  );
}
