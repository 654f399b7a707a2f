import { useId, useState } from 'react';
import TextField from '@material-ui/core/TextField';
import { useApi } from '@backstage/core-plugin-api';
import type {
  RiskModel,
  RiskProfile,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef } from '../../api';
import { AskDialog } from '../../components/dialog';
import { ModelFields } from './ModelFields';
import { ModelValues, modelOf, modelValuesOf } from './modelValues';

/** Creates a profile, or gives one its next version. */
export function ProfileDialog(props: {
  profile?: RiskProfile;
  onClose: () => void;
  onSaved: () => void;
}) {
  const ids = { name: useId(), description: useId(), note: useId() };
  const { profile, onClose, onSaved } = props;
  const api = useApi(incidentLearningApiRef);
  const [name, setName] = useState(profile?.name ?? '');
  const [description, setDescription] = useState(profile?.description ?? '');
  const [note, setNote] = useState('');
  const [values, setValues] = useState<ModelValues>(
    modelValuesOf(profile?.versions[0].model),
  );
  const [asked, setAsked] = useState(false);
  const { model, problems } = modelOf(values);
  const unnamed = asked && !name.trim();

  const save = async (weighed: RiskModel) => {
    const content = {
      name: name.trim(),
      model: weighed,
      note: note.trim() || undefined,
    };
    await (profile
      ? api.updateRiskProfile(profile.id, profile.revision, {
          ...content,
          description: description.trim() || null,
        })
      : api.createRiskProfile({
          ...content,
          description: description.trim() || undefined,
        }));
    onSaved();
  };
  const text = {
    variant: 'outlined',
    size: 'small',
    fullWidth: true,
    InputLabelProps: { shrink: true },
  } as const;

  return (
    <AskDialog
      title={profile ? `New version of ${profile.name}` : 'Create a profile'}
      confirm="Save"
      confirming="Saving…"
      failure="Not saved"
      disabled={!model}
      onClose={onClose}
      onConfirm={() => {
        setAsked(true);
        return name.trim() && model ? save(model) : undefined;
      }}
    >
      <TextField
        {...text}
        id={ids.name}
        label="Name"
        value={name}
        error={unnamed}
        helperText={unnamed ? 'A name is missing: write one' : undefined}
        inputProps={{ maxLength: 100 }}
        onChange={event => setName(event.target.value)}
      />
      <TextField
        {...text}
        id={ids.description}
        label="Description"
        multiline
        value={description}
        onChange={event => setDescription(event.target.value)}
      />
      <ModelFields values={values} problems={problems} onChange={setValues} />
      <TextField
        {...text}
        id={ids.note}
        label="Why it weighs so"
        multiline
        value={note}
        onChange={event => setNote(event.target.value)}
      />
    </AskDialog>
  );
}
