import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import BlockIcon from '@material-ui/icons/Block';
import CheckIcon from '@material-ui/icons/CheckCircleOutline';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  Decision,
  Incident,
  decisionCreatePermission,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { Loaded, formatNumber, formatTime } from '../../components';
import { Section } from '../../components/layout';
import { StoryList } from '../../components/list';
import { PersonName } from '../../components/entities';
import { Tag } from '../../components/Tag';
import { DecisionDialog } from './DecisionDialog';
import type { Decisions } from './useDecisions';

const useStyles = makeStyles(
  theme => ({
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1),
    },
    option: { fontWeight: 500 },
    corrected: {
      textDecoration: 'line-through',
      color: theme.palette.text.secondary,
    },
    quiet: {
      margin: 0,
      fontSize: theme.typography.pxToRem(13),
      color: theme.palette.text.secondary,
    },
    bar: { marginTop: theme.spacing(1.5) },
  }),
  { name: 'IncidentLearningDecisions' },
);

/** What was decided about containing the incident, by whom, and what was known then. */
export function DecisionsSection(props: {
  incident: Incident;
  decisions: Decisions;
}) {
  const classes = useStyles();
  const { incident, decisions } = props;
  const { allowed } = usePermission({ permission: decisionCreatePermission });
  const [recording, setRecording] = useState<Decision | 'new'>();
  return (
    <Section title="Containment decisions">
      <Loaded what="the decisions" variant="table" count={1} answer={decisions}>
        {recorded =>
          recorded.length === 0 ? (
            <p className={classes.quiet}>
              None on record. Note who approved or refused what, and what was
              known at that time: it tells later whether decisions came fast
              enough.
            </p>
          ) : (
            <StoryList label="Containment decisions" items={recorded}>
              {decision => (
                <DecisionItem
                  decision={decision}
                  onCorrect={allowed ? () => setRecording(decision) : undefined}
                />
              )}
            </StoryList>
          )
        }
      </Loaded>
      {allowed && (
        <Button
          className={classes.bar}
          variant="outlined"
          size="small"
          onClick={() => setRecording('new')}
        >
          Record a decision
        </Button>
      )}
      {recording && (
        <DecisionDialog
          incident={incident}
          corrects={recording === 'new' ? undefined : recording}
          onClose={() => setRecording(undefined)}
          onRecorded={() => {
            setRecording(undefined);
            decisions.reload();
          }}
        />
      )}
    </Section>
  );
}

function DecisionItem(props: { decision: Decision; onCorrect?: () => void }) {
  const classes = useStyles();
  const { decision, onCorrect } = props;
  const { outcome, containmentOption, correctedBy } = decision;
  const known = knownThen(decision);
  return (
    <>
      <div className={classes.head}>
        <Tag
          tone={outcome === 'approved' ? 'success' : 'error'}
          icon={outcome === 'approved' ? <CheckIcon /> : <BlockIcon />}
        >
          {outcome === 'approved' ? 'Approved' : 'Refused'}
        </Tag>
        <span className={correctedBy ? classes.corrected : classes.option}>
          {containmentOption}
        </span>
      </div>
      <div>
        By <PersonName entityRef={decision.decidedBy} /> on{' '}
        {formatTime(decision.decidedAt)}
        {decision.requestedAt &&
          `, asked for on ${formatTime(decision.requestedAt)}`}
      </div>
      {known.length > 0 && (
        <p className={classes.quiet}>What was known: {known.join('; ')}</p>
      )}
      {decision.note && <p className={classes.quiet}>{decision.note}</p>}
      <p className={classes.quiet}>
        Recorded by <PersonName entityRef={decision.recordedBy} />,{' '}
        {formatTime(decision.recordedAt)}
        {correctedBy && '; put right by a later record'}{' '}
        {onCorrect && !correctedBy && (
          <Button
            size="small"
            aria-label={`Put right: ${containmentOption}`}
            onClick={onCorrect}
          >
            Put right
          </Button>
        )}
      </p>
    </>
  );
}

function knownThen({ confidence, blastRadius }: Decision): string[] {
  return [
    ...(confidence === undefined
      ? []
      : [`confidence ${formatNumber(confidence, 2)} of 1`]),
    ...(blastRadius ? [`blast radius: ${blastRadius}`] : []),
  ];
}
