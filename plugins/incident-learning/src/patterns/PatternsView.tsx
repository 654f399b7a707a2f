import { useState } from 'react';
import Button from '@material-ui/core/Button';
import LinearProgress from '@material-ui/core/LinearProgress';
import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  IncidentGroup,
  Patterns,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { Loaded, formatCount, formatQuantity } from '../components';
import { useKnownEntities } from '../components/entities';
import { usePatterns } from '../metrics/useMetrics';
import { Period, useUrlParams } from '../url';
import { GroupCard } from './GroupCard';
import { NoPatterns } from './NoPatterns';
import { useGroupLink } from './useGroupLink';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
    },
    groups: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
      margin: 0,
      padding: 0,
      listStyle: 'none',
    },
    busy: { opacity: 0.6 },
    words: { maxWidth: '90ch' },
    more: { justifySelf: 'center' },
    // On the page's own ground the kit's grey is too pale to read.
    tab: { color: theme.palette.text.primary, opacity: 1 },
  }),
  { name: 'HindsightPatternsView' },
);

const FIRST = 10;

const VIEWS = ['services', 'signature'] as const;
type View = (typeof VIEWS)[number];

const WORDS: Record<View, string> = {
  services:
    'Incidents of one category and attack vector that hit two or more services, the most frequent first. One team’s lesson may be the next team’s prevention.',
  signature:
    'Incidents of one category and attack vector whose primary entity is the same: the same kind of thing happening to the same service again.',
};

/** The groups of a scope and period: across services, or at one of them. */
export function PatternsView(props: {
  scope: string | undefined;
  period: Period;
}) {
  const { scope, period } = props;
  const answer = usePatterns({ scope: scope ?? 'org', period });
  return (
    <Loaded what="the patterns" variant="table" answer={answer}>
      {patterns => (
        <Content patterns={patterns} busy={answer.loading} {...props} />
      )}
    </Loaded>
  );
}

function Content(props: {
  patterns: Patterns;
  busy: boolean;
  scope: string | undefined;
  period: Period;
}) {
  const classes = useStyles();
  const { patterns, busy, scope, period } = props;
  const [params, update] = useUrlParams();
  const view: View = VIEWS.find(one => one === params.get('view')) ?? VIEWS[0];
  const groups = groupsOf(patterns, view);
  if (patterns.incidents === 0 && !busy) {
    return <NoPatterns patterns={patterns} view={view} />;
  }
  return (
    <div className={classes.root}>
      <Typography className={classes.words} role="status">
        {summaryOf(patterns)}
      </Typography>
      <Tabs
        value={view}
        aria-label="Which groups"
        indicatorColor="primary"
        variant="scrollable"
        scrollButtons="off"
        onChange={(_, next: View) =>
          update({ view: next === VIEWS[0] ? undefined : next })
        }
      >
        <Tab
          className={classes.tab}
          value="services"
          id="patterns-tab-services"
          aria-controls="patterns-panel"
          label="Across services"
        />
        <Tab
          className={classes.tab}
          value="signature"
          id="patterns-tab-signature"
          aria-controls="patterns-panel"
          label="At one service"
        />
      </Tabs>
      <div
        role="tabpanel"
        id="patterns-panel"
        aria-labelledby={`patterns-tab-${view}`}
        aria-busy={busy}
        className={`${classes.root} ${busy ? classes.busy : ''}`}
      >
        {busy && <LinearProgress aria-label="Loading patterns" />}
        <Typography variant="body2" className={classes.words}>
          {WORDS[view]}
        </Typography>
        {groups.length > 0 ? (
          <Groups key={view} groups={groups} scope={scope} period={period} />
        ) : (
          <NoPatterns patterns={patterns} view={view} />
        )}
        <Typography variant="body2" className={classes.words}>
          {leftOutOf(patterns, view, groups)}
        </Typography>
      </div>
    </div>
  );
}

function groupsOf(patterns: Patterns, view: View): IncidentGroup[] {
  return view === 'signature'
    ? patterns.signatures
    : patterns.patterns.filter(({ serviceCount }) => serviceCount > 1);
}

function summaryOf({
  incidents,
  patternCount,
  signatureCount,
}: Patterns): string {
  return `Of ${formatQuantity(incidents, 'incident')}: ${formatQuantity(
    patternCount,
    'kind',
  )} came up more than once, and ${formatQuantity(
    signatureCount,
    'service met',
    'services met',
  )} the same kind again.`;
}

function leftOutOf(
  patterns: Patterns,
  view: View,
  groups: IncidentGroup[],
): string {
  const single = patterns.patterns.length - groups.length;
  const cut =
    view === 'signature'
      ? patterns.signatureCount - patterns.signatures.length
      : patterns.patternCount - patterns.patterns.length;
  return [
    view === 'services' &&
      single > 0 &&
      `${formatQuantity(
        single,
        'kind',
      )} came up more than once, but not at two services.`,
    cut > 0 &&
      `Only the largest are shown: narrow the scope or the period to see the ${formatCount(
        cut,
      )} smaller ones.`,
    patterns.unclassified > 0 &&
      `${formatQuantity(
        patterns.unclassified,
        'incident has',
        'incidents have',
      )} neither category nor attack vector and can be in no group.`,
  ]
    .filter(Boolean)
    .join(' ');
}

function Groups(props: {
  groups: IncidentGroup[];
  scope: string | undefined;
  period: Period;
}) {
  const classes = useStyles();
  const { groups, scope, period } = props;
  const [count, setCount] = useState(FIRST);
  const linkOf = useGroupLink(scope, period);
  const shown = groups.slice(0, count);
  const known = useKnownEntities(
    shown.flatMap(({ services }) => services.map(hit => hit.entityRef)),
  );
  return (
    <>
      <ul className={classes.groups}>
        {shown.map(group => (
          <li
            key={group.signature ?? `${group.category} ${group.attackVector}`}
          >
            <GroupCard group={group} known={known} linkOf={linkOf} />
          </li>
        ))}
      </ul>
      {shown.length < groups.length && (
        <Button
          className={classes.more}
          variant="outlined"
          onClick={() => setCount(count + FIRST)}
        >
          Show {formatCount(Math.min(FIRST, groups.length - count))} more
        </Button>
      )}
    </>
  );
}
