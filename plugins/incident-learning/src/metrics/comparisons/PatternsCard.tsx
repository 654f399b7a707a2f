import { makeStyles } from '@material-ui/core/styles';
import type { IncidentGroup } from '@hindsight/backstage-plugin-incident-learning-common';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  EmptyState,
  formatCount,
  formatQuantity,
  formatTime,
} from '../../components';
import { rootRouteRef } from '../../routes';
import { patchParams, writePeriodChoice } from '../../url';
import { useIncidentsLink } from '../incidentsLink';
import { Selection, usePatterns } from '../useMetrics';
import { CardFrame } from './CardFrame';
import type { CardProps } from './Comparisons';
import { DataTable } from './DataTable';

const useStyles = makeStyles(
  theme => ({
    rest: {
      margin: theme.spacing(1, 0, 0),
      fontSize: theme.typography.pxToRem(13),
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'IncidentLearningPatternsCard' },
);

const FIRST = 8;
const FIRST_SERVICES = 3;

/** Kinds of incidents that came up at several services. */
export function PatternsCard(props: CardProps) {
  const classes = useStyles();
  const { metrics, selection } = props;
  const patterns = usePatterns(selection);
  const linkOf = useIncidentsLink(metrics, selection);
  const root = useRouteRef(rootRouteRef)();
  return (
    <CardFrame
      title="Patterns across services"
      description="Incidents of one category and attack vector that hit two or more services, the most frequent first. A published lesson of their kind is counted where it came from a service, applies to it or was applied there."
      what="the patterns"
      data={patterns}
      action={
        <Link to={`${root}/patterns?${queryOf(selection)}`}>All patterns</Link>
      }
    >
      {data => {
        const crossing = data.patterns.filter(
          ({ serviceCount }) => serviceCount > 1,
        );
        return crossing.length === 0 ? (
          <EmptyState
            title="No pattern crosses services"
            description="Incidents count towards one by their category and attack vector. Where those are missing, add them: what is not classified is in no pattern."
          />
        ) : (
          <>
            <DataTable
              caption="Patterns by number of incidents"
              columns={[
                { header: 'Pattern' },
                { header: 'Incidents', numeric: true },
                { header: 'Repeats', numeric: true },
                { header: 'Services' },
                { header: 'Lessons' },
                { header: 'Last' },
              ]}
              rows={crossing.slice(0, FIRST).map(group => ({
                key: `${group.category} ${group.attackVector}`,
                cells: [
                  <Link
                    key="link"
                    to={linkOf({
                      filters: {
                        category: group.category ?? 'unknown',
                        attackVector: group.attackVector ?? 'unknown',
                      },
                    })}
                  >
                    {nameOf(group)}
                  </Link>,
                  formatCount(group.count),
                  formatCount(group.repeats),
                  <Services key="services" group={group} />,
                  describeLessons(group),
                  formatTime(group.lastAt, 'day'),
                ],
              }))}
            />
            <p className={classes.rest}>
              {describeRest(crossing.length, data.unclassified)}
            </p>
          </>
        );
      }}
    </CardFrame>
  );
}

/** The same scope and period in an address. */
function queryOf({ scope, period }: Selection): URLSearchParams {
  return patchParams(new URLSearchParams(), {
    scope: scope === 'org' ? undefined : scope,
    ...writePeriodChoice(period.choice),
  });
}

function nameOf({ category, attackVector }: IncidentGroup): string {
  return [category ?? 'any category', attackVector ?? 'any vector'].join(' · ');
}

function Services({ group }: { group: IncidentGroup }) {
  const { services, serviceCount } = group;
  const shown = services.slice(0, FIRST_SERVICES);
  return (
    <>
      {shown.map(({ entityRef, incidents }) => (
        <div key={entityRef}>
          <EntityRefLink entityRef={entityRef} hideIcon />{' '}
          {formatCount(incidents)}
        </div>
      ))}
      {serviceCount > shown.length &&
        `and ${formatCount(serviceCount - shown.length)} more`}
    </>
  );
}

function describeLessons({ services, lessons }: IncidentGroup): string {
  if (lessons.length === 0) {
    return 'No lesson yet';
  }
  const covered = services.filter(({ lesson }) => lesson).length;
  return `${formatQuantity(lessons.length, 'lesson')}, ${formatCount(
    covered,
  )} of ${formatQuantity(services.length, 'service')} covered`;
}

function describeRest(count: number, unclassified: number): string {
  return [
    count > FIRST && `${formatQuantity(count - FIRST, 'more pattern')}.`,
    unclassified > 0 &&
      `${formatQuantity(
        unclassified,
        'incident',
      )} without category and attack vector: in no pattern.`,
  ]
    .filter(Boolean)
    .join(' ');
}
