import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { useApi } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  REFLECTION_QUESTIONS,
  RiskExperiment,
  riskExperimentUpdatePermission,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, refusalText } from '../../api';
import { Section } from '../../components/layout';
import { ReflectionFields } from './ReflectionFields';

const useStyles = makeStyles(
  theme => ({
    list: {
      margin: 0,
      display: 'grid',
      gap: theme.spacing(1.5),
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.55,
      overflowWrap: 'anywhere',
    },
    title: { fontWeight: 500 },
    text: { margin: 0, whiteSpace: 'pre-line' },
    blank: { color: theme.palette.text.secondary },
    bar: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      marginTop: theme.spacing(2),
    },
  }),
  { name: 'IncidentLearningExperimentReflection' },
);

/** What the author makes of a what-if; to be written until it is decided. */
export function Reflection(props: {
  experiment: RiskExperiment;
  onChange: (experiment: RiskExperiment) => void;
}) {
  const classes = useStyles();
  const { experiment, onChange } = props;
  const api = useApi(incidentLearningApiRef);
  const { allowed } = usePermission({
    permission: riskExperimentUpdatePermission,
  });
  const [draft, setDraft] = useState(experiment.reflection);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const changed = REFLECTION_QUESTIONS.some(
    ([question]) => draft[question] !== experiment.reflection[question],
  );

  const save = async () => {
    setBusy(true);
    setError(undefined);
    try {
      onChange(
        await api.updateRiskExperiment(experiment.id, experiment.revision, {
          reflection: draft,
        }),
      );
    } catch (caught) {
      setError(refusalText(caught));
    }
    setBusy(false);
  };

  if (experiment.status !== 'open' || !allowed) {
    return (
      <Section title="Reflection">
        <dl className={classes.list}>
          {REFLECTION_QUESTIONS.map(([question, title]) => (
            <div key={question}>
              <dt className={classes.title}>{title}</dt>
              <dd className={classes.text}>
                {experiment.reflection[question] || (
                  <span className={classes.blank}>blank</span>
                )}
              </dd>
            </div>
          ))}
        </dl>
      </Section>
    );
  }
  return (
    <Section title="Reflection">
      <ReflectionFields value={draft} onChange={setDraft} />
      {error && <Alert severity="error">Not saved: {error}</Alert>}
      <div className={classes.bar}>
        <Button
          variant="contained"
          color="primary"
          disabled={!changed || busy}
          onClick={save}
        >
          {busy ? 'Saving…' : 'Save reflection'}
        </Button>
        <span role="status">{changed ? 'Not saved yet' : 'Saved'}</span>
      </div>
    </Section>
  );
}
