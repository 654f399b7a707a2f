import { useState } from 'react';
import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import useDebounce from 'react-use/esm/useDebounce';
import { useApi } from '@backstage/core-plugin-api';
import type { Incident } from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, useApiData } from '../../api';
import { formatTime } from '../../components';

const PAUSE_MS = 250;

/** Finds an incident to add, by the words of its title; those there already are left out. */
export function IncidentSearch(props: {
  without: string[];
  disabled?: boolean;
  onPick: (incident: Incident) => void;
}) {
  const api = useApi(incidentLearningApiRef);
  const [text, setText] = useState('');
  const [term, setTerm] = useState('');
  useDebounce(() => setTerm(text.trim()), PAUSE_MS, [text]);
  const { data, loading, error } = useApiData(`incidents ${term}`, signal =>
    api.listIncidents({ text: term || undefined, limit: 20 }, { signal }),
  );
  const options = (data?.items ?? []).filter(
    ({ id }) => !props.without.includes(id),
  );
  return (
    <Autocomplete<Incident>
      size="small"
      disabled={props.disabled}
      options={options}
      loading={loading}
      value={null}
      inputValue={text}
      blurOnSelect
      noOptionsText="No further incident matches"
      filterOptions={all => all}
      getOptionLabel={({ title }) => title}
      onInputChange={(_, next, reason) => reason !== 'reset' && setText(next)}
      onChange={(_, picked) => {
        if (picked) {
          props.onPick(picked);
          setText('');
        }
      }}
      renderOption={({ title, periodAt, periodPrecision }) => (
        <span style={{ overflowWrap: 'anywhere' }}>
          {title}, {formatTime(periodAt, periodPrecision)}
        </span>
      )}
      renderInput={params => (
        <TextField
          {...params}
          label="Add another incident"
          variant="outlined"
          placeholder="Search by title"
          error={Boolean(error)}
          helperText={error?.message}
          InputLabelProps={{ ...params.InputLabelProps, shrink: true }}
        />
      )}
    />
  );
}
