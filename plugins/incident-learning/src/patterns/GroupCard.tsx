import { ReactNode, useId } from 'react';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import RepeatIcon from '@material-ui/icons/Repeat';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { IncidentGroup } from '@hindsight/backstage-plugin-incident-learning-common';
import { formatQuantity } from '../components';
import { EntityName, KnownEntities } from '../components/entities';
import { Tag } from '../components/Tag';
import { lessonRouteRef } from '../routes';
import { GroupServices } from './GroupServices';
import { SeverityStrip } from './SeverityStrip';
import type { useGroupLink } from './useGroupLink';
import { describeKind, describeSpan } from './words';

const useStyles = makeStyles(
  theme => ({
    root: { padding: theme.spacing(2), minWidth: 0 },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      justifyContent: 'space-between',
      gap: theme.spacing(0.5, 2),
    },
    title: {
      margin: 0,
      fontSize: theme.typography.pxToRem(18),
      lineHeight: 1.4,
      fontWeight: 500,
      overflowWrap: 'anywhere',
    },
    rows: { fontWeight: 500, textDecoration: 'underline' },
    tags: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1),
      margin: theme.spacing(0.5, 0, 1.5),
      fontSize: theme.typography.pxToRem(14),
      color: theme.palette.text.secondary,
    },
    facts: {
      display: 'grid',
      gap: theme.spacing(2),
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(240px, 100%), 1fr))',
    },
    label: {
      margin: theme.spacing(0, 0, 0.5),
      fontSize: theme.typography.pxToRem(13),
      fontWeight: 500,
      color: theme.palette.text.secondary,
    },
    lessons: {
      margin: 0,
      padding: theme.spacing(0, 0, 0, 2),
      fontSize: theme.typography.pxToRem(14),
      overflowWrap: 'anywhere',
    },
    none: { margin: 0, fontSize: theme.typography.pxToRem(14) },
  }),
  { name: 'HindsightGroupCard' },
);

/** Incidents that are alike: how many, how grave, where, and what was learned of them. */
export function GroupCard(props: {
  group: IncidentGroup;
  known: KnownEntities;
  linkOf: ReturnType<typeof useGroupLink>;
}) {
  const classes = useStyles();
  const titleId = useId();
  const { group, known, linkOf } = props;
  return (
    <Paper
      variant="outlined"
      component="article"
      className={classes.root}
      aria-labelledby={titleId}
    >
      <div className={classes.head}>
        <h3 id={titleId} className={classes.title}>
          {describeKind(group)}
        </h3>
        <Link to={linkOf(group)} className={classes.rows}>
          See the {formatQuantity(group.count, 'incident')}
        </Link>
      </div>
      <div className={classes.tags}>
        <span>{describeSpan(group)}</span>
        {group.entityRef && (
          <EntityName
            entityRef={group.entityRef}
            known={known(group.entityRef)}
            defaultKind="component"
          />
        )}
        {group.repeats > 0 && (
          <Tag tone="warning" icon={<RepeatIcon />}>
            {formatQuantity(group.repeats, 'repeat')}
          </Tag>
        )}
        <MissingLessons group={group} />
      </div>
      <div className={classes.facts}>
        <Fact label="Severity">
          <SeverityStrip severities={group.severities} />
        </Fact>
        <Fact label={formatQuantity(group.serviceCount, 'service')}>
          {group.serviceCount > 0 ? (
            <GroupServices
              group={group}
              known={known}
              linkOf={entityRef => linkOf(group, { entityRef })}
            />
          ) : (
            <p className={classes.none}>
              None of them names a service: open them and say what was hit.
            </p>
          )}
        </Fact>
        <Fact label="Lessons of this kind">
          {group.lessons.length > 0 ? (
            <Lessons lessons={group.lessons} />
          ) : (
            <p className={classes.none}>
              None published yet. A lesson counts once the review of one of
              these incidents is published, or when it names their category.
            </p>
          )}
        </Fact>
      </div>
    </Paper>
  );
}

const FIRST_LESSONS = 4;

/** What was learned; reviews may have come to the same words. */
function Lessons({ lessons }: Pick<IncidentGroup, 'lessons'>) {
  const classes = useStyles();
  const lessonPath = useRouteRef(lessonRouteRef);
  const byStatement = new Map(lessons.map(one => [one.statement, one]));
  const distinct = [...byStatement.values()];
  const more = distinct.length - FIRST_LESSONS;
  return (
    <>
      <ul className={classes.lessons}>
        {distinct.slice(0, FIRST_LESSONS).map(({ id, statement }) => (
          <li key={id}>
            <Link to={lessonPath({ id })}>{statement}</Link>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p className={classes.none}>
          and {formatQuantity(more, 'lesson')} more of this kind
        </p>
      )}
    </>
  );
}

function Fact(props: { label: string; children: ReactNode }) {
  const classes = useStyles();
  return (
    <div>
      <h4 className={classes.label}>{props.label}</h4>
      {props.children}
    </div>
  );
}

/** What platform teams look for: services that a known kind of incident hits, and no lesson reaches. */
function MissingLessons({ group }: { group: IncidentGroup }) {
  const without = group.services.filter(({ lesson }) => !lesson).length;
  return group.serviceCount < 2 || without === 0 ? null : (
    <Tag tone="info" icon={<WarningIcon />}>
      {`${formatQuantity(without, 'service')} without a lesson`}
    </Tag>
  );
}
