import { useEffect, useState } from 'react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import GetAppIcon from '@material-ui/icons/GetApp';
import { formatCount, formatQuantity } from '../../components';
import { Disclosure } from '../../components/layout';
import type { ImportRun } from './runImport';
import { LineProblem, ProblemGroup, SHOWN_PROBLEMS } from './problems';

const useStyles = makeStyles(
  theme => ({
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(1),
      margin: theme.spacing(2, 0, 1),
    },
    title: { fontSize: theme.typography.pxToRem(16), fontWeight: 500 },
    groups: { listStyle: 'none', margin: 0, padding: 0 },
    group: {
      padding: theme.spacing(1, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      overflowWrap: 'anywhere',
    },
    path: { fontFamily: 'monospace', fontWeight: 500 },
    lines: {
      color: theme.palette.text.secondary,
      fontVariantNumeric: 'tabular-nums',
    },
    table: {
      width: '100%',
      borderCollapse: 'collapse',
      fontSize: theme.typography.pxToRem(13),
      '& th, & td': {
        padding: theme.spacing(0.5, 1.5, 0.5, 0),
        textAlign: 'left',
        verticalAlign: 'top',
        borderTop: `1px solid ${theme.palette.divider}`,
        overflowWrap: 'anywhere',
      },
      '& th': { fontWeight: 500 },
    },
  }),
  { name: 'IncidentLearningImportProblems' },
);

const SHOWN_KINDS = 20;

/** The problems of an import: by kind with counts, the first by line, and all of them as a file. */
export function ImportProblems(props: { run: ImportRun; fileName: string }) {
  const classes = useStyles();
  const { summary, problemFile } = props.run;
  if (summary.problemCount === 0) {
    return null;
  }
  const all = summary.problemCount <= summary.problems.length;
  return (
    <section aria-label="Problems">
      <div className={classes.head}>
        <Typography component="h3" className={classes.title}>
          {formatQuantity(summary.problemCount, 'problem')}
        </Typography>
        <DownloadButton
          data={problemFile}
          fileName={`${props.fileName}.problems.csv`}
        />
      </div>
      <ul className={classes.groups}>
        {summary.groups.slice(0, SHOWN_KINDS).map(group => (
          <GroupItem key={group.key} group={group} />
        ))}
        {summary.groups.length > SHOWN_KINDS && (
          <li className={classes.group}>
            The file holds those of{' '}
            {formatQuantity(summary.groups.length - SHOWN_KINDS, 'more kind')}.
          </li>
        )}
      </ul>
      <Disclosure
        summary={
          all
            ? 'All problems by line'
            : `The first ${SHOWN_PROBLEMS} problems by line`
        }
      >
        <ProblemTable problems={summary.problems} />
      </Disclosure>
    </section>
  );
}

function GroupItem({ group }: { group: ProblemGroup }) {
  const classes = useStyles();
  return (
    <li className={classes.group}>
      <Typography variant="body2" component="div">
        <strong>
          {formatCount(group.count)} × {group.rejects ? 'rejected' : 'warning'}
        </strong>
        {': '}
        {group.path && <span className={classes.path}>{group.path} </span>}
        {group.message}
      </Typography>
      <Typography variant="body2" component="div" className={classes.lines}>
        {describeLines(group)}
      </Typography>
    </li>
  );
}

const FIRST_LINES = 8;

function describeLines({ lines, count }: ProblemGroup): string {
  const distinct = [...new Set(lines)];
  const shown = distinct.slice(0, FIRST_LINES).map(formatCount).join(', ');
  const more = distinct.length > FIRST_LINES || count > lines.length;
  return `${distinct.length === 1 ? 'Line' : 'Lines'} ${shown}${
    more ? ' and more' : ''
  }`;
}

function ProblemTable(props: { problems: LineProblem[] }) {
  const classes = useStyles();
  return (
    <table className={classes.table} aria-label="Problems by line">
      <thead>
        <tr>
          <th scope="col">Line</th>
          <th scope="col">Field</th>
          <th scope="col">Problem</th>
        </tr>
      </thead>
      <tbody>
        {props.problems.map((problem, index) => (
          <tr key={index}>
            <td>{formatCount(problem.line)}</td>
            <td className={classes.path}>{problem.path || '–'}</td>
            <td>
              {problem.outcome === 'rejected' ? 'Rejected: ' : 'Warning: '}
              {problem.message}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DownloadButton(props: { data: Blob; fileName: string }) {
  const [href, setHref] = useState<string>();
  useEffect(() => {
    const url = URL.createObjectURL(props.data);
    setHref(url);
    return () => URL.revokeObjectURL(url);
  }, [props.data]);
  return (
    <Button
      size="small"
      component="a"
      href={href ?? ''}
      download={props.fileName}
      startIcon={<GetAppIcon />}
    >
      Download all as CSV
    </Button>
  );
}
