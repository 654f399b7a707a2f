import { useId } from 'react';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import type { RiskProfile } from '@hindsight/backstage-plugin-incident-learning-common';
import { formatThreshold } from '../parts';
import { BaseModel, baseChoices } from './base';

const ACTIVE = 'active';

/** Chooses what the what-if is compared with. */
export function BasePicker(props: {
  base: BaseModel;
  profiles: RiskProfile[];
  onPick: (key: string | undefined) => void;
}) {
  const id = useId();
  const { base, profiles, onPick } = props;
  return (
    <TextField
      select
      id={id}
      label="Compare with"
      variant="outlined"
      size="small"
      fullWidth
      value={base.key ?? ACTIVE}
      helperText={formatThreshold(base.model.threshold)}
      InputLabelProps={{ shrink: true }}
      onChange={({ target }) =>
        onPick(target.value === ACTIVE ? undefined : target.value)
      }
    >
      <MenuItem value={ACTIVE}>
        {base.key ? 'The active profile' : base.name}
      </MenuItem>
      {baseChoices(profiles).map(({ key, name }) => (
        <MenuItem key={key} value={key}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  );
}
