import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { useApi } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  RiskExperiment,
  missingForAdoption,
  riskExperimentDecidePermission,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, refusalText } from '../../api';
import { Section } from '../../components/layout';
import { ReasonDialog } from '../../reviews/ReasonDialog';
import { AdoptDialog } from './AdoptDialog';

const useStyles = makeStyles(
  theme => ({
    text: {
      margin: 0,
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.55,
    },
    list: {
      margin: theme.spacing(1, 0, 0),
      paddingLeft: 18,
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.55,
    },
    bar: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      marginTop: theme.spacing(2),
    },
  }),
  { name: 'IncidentLearningDecide' },
);

/** Adopts an experiment as a profile, or turns it down; says what is missing before it can be adopted. */
export function Decide(props: {
  experiment: RiskExperiment;
  onDecided: (experiment: RiskExperiment) => void;
}) {
  const classes = useStyles();
  const { experiment, onDecided } = props;
  const api = useApi(incidentLearningApiRef);
  const { allowed } = usePermission({
    permission: riskExperimentDecidePermission,
  });
  const [asking, setAsking] = useState<'adopt' | 'turn-down'>();
  const [error, setError] = useState<string>();
  const missing = missingForAdoption(experiment);

  const turnDown = async (note: string) => {
    setAsking(undefined);
    setError(undefined);
    try {
      onDecided(
        await api.turnDownRiskExperiment(
          experiment.id,
          experiment.revision,
          note,
        ),
      );
    } catch (caught) {
      setError(refusalText(caught));
    }
  };

  return (
    <Section title="Decision">
      {missing.length === 0 ? (
        <p className={classes.text}>
          The reflection is complete. Adopted, the new weights and threshold
          become a profile; it decides priority once it is activated.
        </p>
      ) : (
        <>
          <p className={classes.text}>It cannot be adopted yet:</p>
          <ul className={classes.list} aria-label="Missing for adoption">
            {missing.map(({ path, message }) => (
              <li key={path}>{sentenceOf(path, message)}</li>
            ))}
          </ul>
        </>
      )}
      {error && <Alert severity="error">Not decided: {error}</Alert>}
      {allowed ? (
        <div className={classes.bar}>
          <Button
            variant="contained"
            color="primary"
            disabled={missing.length > 0}
            onClick={() => setAsking('adopt')}
          >
            Adopt as profile
          </Button>
          <Button variant="outlined" onClick={() => setAsking('turn-down')}>
            Turn down
          </Button>
        </div>
      ) : (
        <p className={classes.text}>You are not allowed to decide on it.</p>
      )}
      {asking === 'adopt' && (
        <AdoptDialog
          experiment={experiment}
          onClose={() => setAsking(undefined)}
          onAdopted={onDecided}
        />
      )}
      {asking === 'turn-down' && (
        <ReasonDialog
          title="Turn this experiment down?"
          text="It stays on record with your note, so that nobody has to try it again."
          label="Note"
          button="Turn down"
          onClose={() => setAsking(undefined)}
          onConfirm={turnDown}
        />
      )}
    </Section>
  );
}

function sentenceOf(path: string, message: string): string {
  const [, asked] = /answer “(.*)” before/.exec(message) ?? [];
  return path.startsWith('reflection.') && asked
    ? `“${asked}” is blank`
    : `It ${message}`;
}
