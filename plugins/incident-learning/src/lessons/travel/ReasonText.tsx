import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { parseEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  EntityRefLink,
  humanizeEntityRef,
} from '@backstage/plugin-catalog-react';
import type {
  LessonLink,
  LessonReason,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { formatCount, formatQuantity } from '../../components';
import { Disclosure } from '../../components/layout';
import { incidentRouteRef } from '../../routes';

const useStyles = makeStyles(
  theme => ({
    list: {
      margin: 0,
      padding: 0,
      listStyle: 'none',
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.5,
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'HindsightReasonText' },
);

const OWN_WORDS: Record<LessonLink, string> = {
  'applies-to': 'It is said to apply to',
  incident: 'It was learned at',
  applied: 'It was applied at',
};

const LINK_WORDS: Record<LessonLink, string> = {
  'applies-to': 'applies to',
  incident: 'learned at',
  applied: 'applied by',
};

/** As many reasons as are seen at once. */
const FIRST = 2;

/** Why a lesson is shown: a sentence for each reason, the weightiest first; those after the second on demand. */
export function ReasonList({ reasons }: { reasons: LessonReason[] }) {
  const rest = reasons.slice(FIRST);
  return (
    <>
      <Reasons label="Why it is shown" reasons={reasons.slice(0, FIRST)} />
      {rest.length > 0 && (
        <Disclosure summary={`${formatQuantity(rest.length, 'more reason')}`}>
          <Reasons label="More reasons" reasons={rest} />
        </Disclosure>
      )}
    </>
  );
}

function Reasons(props: { label: string; reasons: LessonReason[] }) {
  const classes = useStyles();
  return (
    <ul className={classes.list} aria-label={props.label}>
      {props.reasons.map(reason => (
        <li key={reason.kind}>
          <ReasonText reason={reason} />
        </li>
      ))}
    </ul>
  );
}

function ReasonText({ reason }: { reason: LessonReason }) {
  const { kind, shared = [], incident, others } = reason;
  const what = shared.join(', ');
  switch (kind) {
    case 'own':
      return (
        <>
          {OWN_WORDS[reason.link ?? 'applies-to']} <Where reason={reason} />
        </>
      );
    case 'depends-on':
      return (
        <Way reason={reason}>
          {others.length > 0 ? 'Dependencies' : 'A dependency'}
        </Way>
      );
    case 'dependency-of':
      return (
        <Way reason={reason}>
          {others.length > 0 ? 'Dependents' : 'A dependent'}
        </Way>
      );
    case 'similar-incident':
      return (
        <>From a similar incident: {incident && <Incident {...incident} />}</>
      );
    case 'pattern':
      return (
        <>
          The same kind of incident ({what}) at <Where reason={reason} />
        </>
      );
    case 'system':
      return (
        <>
          The same system ({shared.map(nameOf).join(', ')}):{' '}
          <Where reason={reason} />
        </>
      );
    case 'tags':
      return reason.entityRef ? (
        <>
          The same tag ({what}): <Where reason={reason} />
        </>
      ) : (
        <>The lesson carries its tag {what}</>
      );
    default:
      return (
        <>
          The same type ({what}): <Where reason={reason} />
        </>
      );
  }
}

/** By which relations of the catalog one comes to where the lesson hangs. */
function Way(props: { reason: LessonReason; children: ReactNode }) {
  const { path = [], link } = props.reason;
  const between = path.slice(0, -1);
  return (
    <>
      {props.children}: {link && `${LINK_WORDS[link]} `}
      <Where reason={props.reason} />
      {between.length > 0 && (
        <>
          , by way of{' '}
          {between.map(({ entityRef }) => (
            <EntityRefLink
              key={entityRef}
              entityRef={entityRef}
              defaultKind="component"
            />
          ))}
        </>
      )}
    </>
  );
}

const NAMED = 2;

/** The entity, and the others with the same reason. */
function Where({ reason }: { reason: LessonReason }) {
  const { entityRef, others } = reason;
  const more = others.length - NAMED;
  return (
    <>
      {entityRef ? (
        <EntityRefLink entityRef={entityRef} defaultKind="component" />
      ) : (
        'another service'
      )}
      {others.slice(0, NAMED).map(ref => (
        <span key={ref}>
          , <EntityRefLink entityRef={ref} defaultKind="component" />
        </span>
      ))}
      {more > 0 && ` and ${formatCount(more)} more`}
    </>
  );
}

function Incident({ id, title }: { id: string; title: string }) {
  return <Link to={useRouteRef(incidentRouteRef)({ id })}>{title}</Link>;
}

function nameOf(ref: string): string {
  return humanizeEntityRef(parseEntityRef(ref), { defaultKind: 'system' });
}
