import { ReactNode, useId } from 'react';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import type {
  Action,
  Report,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { AnalysisDiagram } from '../../analyses';
import { formatTime } from '../../components';
import { Facts } from '../../components/layout';
import { PersonName } from '../../components/entities';
import { ActionFacts } from '../ActionFacts';
import { CauseFacts } from '../CauseFacts';
import { LessonFacts } from '../LessonFacts';
import { Markdown } from '../../components/Markdown';
import { ReportIncident } from './ReportIncident';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(4),
      padding: theme.spacing(3),
      [theme.breakpoints.down('xs')]: { padding: theme.spacing(2) },
      '@media print': { border: 0, padding: 0 },
    },
    title: {
      margin: theme.spacing(0, 0, 1.5),
      fontSize: theme.typography.pxToRem(20),
      fontWeight: 700,
      breakAfter: 'avoid',
    },
    analysis: { '& + &': { marginTop: theme.spacing(3) } },
    name: {
      margin: theme.spacing(0, 0, 1),
      fontSize: theme.typography.pxToRem(16),
      fontWeight: 500,
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'HindsightReportBody' },
);

/** A report to read; only the state of its actions is of today. */
export function ReportBody(props: { report: Report; today: Action[] }) {
  const classes = useStyles();
  const { report, today } = props;
  return (
    <Paper
      variant="outlined"
      component="article"
      aria-label={`Report: ${report.title}`}
      className={classes.root}
    >
      <Facts facts={factsOf(report)} />
      {report.incidents.length > 0 && (
        <Part title="Incidents">
          {report.incidents.map(incident => (
            <ReportIncident key={incident.id} incident={incident} />
          ))}
        </Part>
      )}
      {report.sections
        .filter(({ text }) => text.trim())
        .map(({ id, title, text }) => (
          <Part key={id} title={title}>
            <Markdown text={text} />
          </Part>
        ))}
      {report.analyses.length > 0 && (
        <Part title="Analyses">
          {report.analyses.map(({ id, title, analysis }) => (
            <div key={id} className={classes.analysis}>
              <h4 className={classes.name}>{title}</h4>
              <AnalysisDiagram
                analysis={analysis}
                title={title}
                times={
                  report.incidents.length === 1
                    ? report.incidents[0]
                    : undefined
                }
              />
            </div>
          ))}
        </Part>
      )}
      <Part title="Root causes">
        <CauseFacts causes={report.rootCauses} />
      </Part>
      <Part title="Lessons">
        <LessonFacts lessons={report.lessons} />
      </Part>
      <Part title="Actions">
        <ActionFacts actions={report.actions} today={today} />
      </Part>
    </Paper>
  );
}

function factsOf(report: Report): [string, ReactNode][] {
  const { version, publishedAt, publishedBy, facilitator, changed } = report;
  return [
    ['Version', String(version)],
    ['Published', formatTime(publishedAt)],
    ['By', <PersonName key="by" entityRef={publishedBy} />],
    ['Facilitator', facilitator && <PersonName entityRef={facilitator} />],
    [
      'Participants',
      report.participants.length > 0
        ? report.participants.map(({ entityRef, role }) => (
            <div key={`${entityRef} ${role}`}>
              <PersonName entityRef={entityRef} /> ({role})
            </div>
          ))
        : undefined,
    ],
    ['Amended because', report.amendReason],
    [
      'Changed since the version before',
      changed.length > 0
        ? changed.map(path => changedWords(path, report)).join(', ')
        : undefined,
    ],
  ];
}

const PART_WORDS: Record<string, string> = {
  rootCauses: 'Root causes',
  incidents: 'Incidents',
  analyses: 'Analyses',
  lessons: 'Lessons',
  actions: 'Actions',
  title: 'Title',
  facilitator: 'Facilitator',
  participants: 'Participants',
};

function changedWords(path: string, { sections }: Report): string {
  const id = path.replace(/^sections\./, '');
  const section = sections.find(other => other.id === id);
  return section?.title ?? PART_WORDS[path] ?? path;
}

function Part(props: { title: string; children: ReactNode }) {
  const classes = useStyles();
  const titleId = useId();
  return (
    <section aria-labelledby={titleId}>
      <h3 id={titleId} className={classes.title}>
        {props.title}
      </h3>
      {props.children}
    </section>
  );
}
