import { useId, useState } from 'react';
import TextField from '@material-ui/core/TextField';
import { useNavigate } from 'react-router-dom';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import type {
  RiskFilter,
  RiskReflection,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef } from '../../api';
import { AskDialog } from '../../components/dialog';
import { riskExperimentRouteRef } from '../../routes';
import type { BaseModel } from '../whatIf/base';
import type { WhatIf } from '../whatIf/useWhatIf';
import { describeChange, describeSide } from './describe';
import { ReflectionFields } from './ReflectionFields';

/** Keeps a what-if, and asks what its author makes of it. */
export function SaveExperiment(props: {
  base: BaseModel;
  whatIf: WhatIf;
  filter: Partial<RiskFilter>;
  onClose: () => void;
}) {
  const fieldId = useId();
  const { base, whatIf, filter, onClose } = props;
  const sides = { before: { model: base.model }, after: whatIf.scenario };
  const api = useApi(incidentLearningApiRef);
  const navigate = useNavigate();
  const pathOf = useRouteRef(riskExperimentRouteRef);
  const [title, setTitle] = useState('');
  const [asked, setAsked] = useState(false);
  // The facts are there; what they mean is for a person to say.
  const [reflection, setReflection] = useState<RiskReflection>({
    whatChanged: describeChange(sides).join(' '),
    metricBefore: describeSide(whatIf.before),
    metricAfter: describeSide(whatIf.after),
    interpretation: '',
    limitOfData: '',
    evidenceNeeded: '',
    deploymentRisk: '',
  });

  const save = async () => {
    const { id } = await api.createRiskExperiment({
      ...sides,
      title: title.trim(),
      filter,
      reflection,
    });
    navigate(pathOf({ id }));
  };
  const untitled = asked && !title.trim();

  return (
    <AskDialog
      title="Save as experiment"
      text="Say what you make of it, so that others can decide on it. What you leave blank can be written later, but before it is adopted."
      confirm="Save experiment"
      confirming="Saving…"
      failure="Not saved"
      maxWidth="md"
      fullScreenOnPhones
      onClose={onClose}
      onConfirm={() => {
        setAsked(true);
        return title.trim() ? save() : undefined;
      }}
    >
      <TextField
        id={fieldId}
        label="Title"
        variant="outlined"
        size="small"
        fullWidth
        required
        value={title}
        error={untitled}
        helperText={
          untitled
            ? 'A title is missing: name what is tried'
            : 'Such as “Exposure counts more”'
        }
        inputProps={{ maxLength: 300 }}
        InputLabelProps={{ shrink: true, required: false }}
        onChange={event => setTitle(event.target.value)}
      />
      <ReflectionFields value={reflection} onChange={setReflection} />
    </AskDialog>
  );
}
