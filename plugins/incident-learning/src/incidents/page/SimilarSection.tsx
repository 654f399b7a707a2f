import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Link } from '@backstage/core-components';
import { parseEntityRef } from '@backstage/catalog-model';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { humanizeEntityRef } from '@backstage/plugin-catalog-react';
import type {
  Incident,
  SimilarIncident,
  SimilarityReason,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, useApiData } from '../../api';
import {
  Loaded,
  SeverityChip,
  formatShare,
  formatTime,
} from '../../components';
import { incidentRouteRef } from '../../routes';
import {
  EntityName,
  KnownEntities,
  useKnownEntities,
} from '../../components/entities';
import { Section } from '../../components/layout';
import { RELATION_WORDS } from '../words';

const useStyles = makeStyles(
  theme => ({
    groupTitle: {
      margin: theme.spacing(1.5, 0, 0.5),
      fontSize: theme.typography.pxToRem(14),
      fontWeight: 500,
    },
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      padding: theme.spacing(1, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      fontSize: theme.typography.pxToRem(14),
      overflowWrap: 'anywhere',
    },
    why: {
      marginTop: theme.spacing(0.5),
      fontSize: theme.typography.pxToRem(13),
      color: theme.palette.text.secondary,
    },
    line: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1.5),
      marginTop: theme.spacing(0.5),
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'IncidentLearningSimilar' },
);

const RELATIONS = [
  'repeats',
  'repeated-by',
  'signature',
  'pattern',
  'entity',
  'text',
] as const;

/** Incidents of the same kind, by what they have in common with this one. */
export function SimilarSection({ incident }: { incident: Incident }) {
  const api = useApi(incidentLearningApiRef);
  const { id, repeat } = incident;
  const answer = useApiData(`${id} ${repeat?.state} ${repeat?.of}`, () =>
    api.listSimilarIncidents(id),
  );
  return (
    <Section
      title="Similar incidents"
      note="The same kind counts 40 %, a service in common 30 %, the wording 30 %"
    >
      <Loaded
        what="similar incidents"
        variant="table"
        count={3}
        answer={answer}
      >
        {all => <SimilarGroups all={all} />}
      </Loaded>
    </Section>
  );
}

function SimilarGroups({ all }: { all: SimilarIncident[] }) {
  const known = useKnownEntities(
    all.flatMap(({ incident }) => incident.entityRefs.slice(0, 1)),
  );
  if (all.length === 0) {
    return (
      <Typography variant="body2" color="textSecondary">
        No other incident is of its kind, touched its services or is told in
        like words. Category, attack vector and affected entities make matches
        easier to find.
      </Typography>
    );
  }
  return (
    <>
      {RELATIONS.map(relation => ({
        relation,
        similar: all.filter(item => item.relation === relation),
      }))
        .filter(({ similar }) => similar.length > 0)
        .map(group => (
          <SimilarGroup key={group.relation} {...group} known={known} />
        ))}
    </>
  );
}

const FIRST = 5;

function SimilarGroup(props: {
  relation: SimilarIncident['relation'];
  similar: SimilarIncident[];
  known: KnownEntities;
}) {
  const classes = useStyles();
  const { relation, similar, known } = props;
  const [all, setAll] = useState(false);
  const shown = all ? similar : similar.slice(0, FIRST);
  return (
    <div>
      <h4 className={classes.groupTitle}>{RELATION_WORDS[relation]}</h4>
      <ul className={classes.list}>
        {shown.map(item => (
          <SimilarItem key={item.incident.id} item={item} known={known} />
        ))}
      </ul>
      {shown.length < similar.length && (
        <Button size="small" onClick={() => setAll(true)}>
          Show {similar.length - shown.length} more
        </Button>
      )}
    </div>
  );
}

function SimilarItem(props: { item: SimilarIncident; known: KnownEntities }) {
  const classes = useStyles();
  const { incident, score, reasons } = props.item;
  const path = useRouteRef(incidentRouteRef)({ id: incident.id });
  const [primary] = incident.entityRefs;
  const precision =
    incident.periodPrecision === 'exact' ? 'day' : incident.periodPrecision;
  return (
    <li className={classes.item}>
      <Link to={path}>{incident.title}</Link>
      <div className={classes.line}>
        <SeverityChip severity={incident.severity} />
        <span>{formatTime(incident.periodAt, precision)}</span>
        {primary && (
          <EntityName
            entityRef={primary}
            known={props.known(primary)}
            defaultKind="component"
          />
        )}
      </div>
      {reasons.length > 0 && (
        <div className={classes.why}>
          {formatShare(score)} alike: {reasons.map(reasonWords).join('; ')}
        </div>
      )}
    </li>
  );
}

const MAX_WORDS = 6;

/** Why an incident is like another: `the same category and vector (certificate, expiry)`. */
function reasonWords({ kind, shared }: SimilarityReason): string {
  const what = shared.slice(0, MAX_WORDS);
  switch (kind) {
    case 'pattern':
      return `the same category and attack vector (${what.join(', ')})`;
    case 'category':
      return `the same category (${what.join(', ')})`;
    case 'vector':
      return `the same attack vector (${what.join(', ')})`;
    case 'entity':
      return `touched ${what
        .map(ref =>
          humanizeEntityRef(parseEntityRef(ref), { defaultKind: 'component' }),
        )
        .join(', ')} too`;
    default:
      return `words in common (${what.join(', ')})`;
  }
}
