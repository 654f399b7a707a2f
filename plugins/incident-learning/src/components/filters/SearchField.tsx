import { useEffect, useId, useState } from 'react';
import IconButton from '@material-ui/core/IconButton';
import InputAdornment from '@material-ui/core/InputAdornment';
import TextField from '@material-ui/core/TextField';
import ClearIcon from '@material-ui/icons/Clear';
import SearchIcon from '@material-ui/icons/Search';
import useDebounce from 'react-use/esm/useDebounce';
import useLatest from 'react-use/esm/useLatest';

const PAUSE_MS = 300;

/** Searches once somebody pauses, or presses Enter. */
export function SearchField(props: {
  label: string;
  /** What is searched in. */
  placeholder: string;
  value: string;
  onChange: (value: string) => void;
}) {
  const { label, value, onChange } = props;
  const id = useId();
  const [text, setText] = useState(value);
  const latestText = useLatest(text);
  const commit = (next: string) => {
    if (next.trim() !== value) {
      onChange(next.trim());
    }
  };
  useDebounce(() => commit(text), PAUSE_MS, [text]);
  // The filter may be taken away from outside.
  useEffect(() => {
    if (latestText.current.trim() !== value) {
      setText(value);
    }
  }, [value, latestText]);

  return (
    <TextField
      id={id}
      label={label}
      placeholder={props.placeholder}
      variant="outlined"
      size="small"
      fullWidth
      type="text"
      value={text}
      onChange={event => setText(event.target.value)}
      onKeyDown={event => event.key === 'Enter' && commit(text)}
      InputLabelProps={{ shrink: true }}
      inputProps={{ role: 'searchbox', maxLength: 300 }}
      InputProps={{
        startAdornment: (
          <InputAdornment position="start">
            <SearchIcon fontSize="small" />
          </InputAdornment>
        ),
        endAdornment: text && (
          <InputAdornment position="end">
            <IconButton
              size="small"
              aria-label="Clear the search"
              onClick={() => {
                setText('');
                commit('');
              }}
            >
              <ClearIcon fontSize="small" />
            </IconButton>
          </InputAdornment>
        ),
      }}
    />
  );
}
