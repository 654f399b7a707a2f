import { ReactNode, useState } from 'react';
import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { entityRefSchema } from '@hindsight/backstage-plugin-incident-learning-common';
import { useCombobox, usePointerUp } from '../inputs';
import { EntityOptionText } from './EntityOptionText';
import { EntityOption, useEntitySearch } from './useEntitySearch';
import { usePickedTitle } from './usePickedTitle';

/** Props of `EntityPicker`. */
export interface EntityPickerProps {
  label: string;
  /** The kinds to choose from; the same array each time. */
  kinds: readonly string[];
  /** The full entity ref that is picked. */
  value?: string;
  onPick: (entityRef: string | undefined) => void;
  /** For adding one after the other: the field empties itself. */
  adds?: boolean;
  helperText?: ReactNode;
  error?: string;
  onBlur?: () => void;
  inputId?: string;
}

/**
 * Finds an entity in the catalog. A full entity ref that the catalog does not
 * know can be typed in.
 */
export function EntityPicker(props: EntityPickerProps) {
  const { label, kinds, value, onPick, adds } = props;
  const [text, setText] = useState(value ?? '');
  const [problem, setProblem] = useState<string>();
  const [focused, setFocused] = useState(false);
  const title = usePickedTitle(value);
  const onPointerUp = usePointerUp();
  const combobox = useCombobox({ id: props.inputId });
  const search = useEntitySearch({
    text: text === value ? '' : text,
    kinds,
    active: combobox.open,
  });

  const take = (ref: string) => {
    const parsed = entityRefSchema.safeParse(ref);
    setProblem(
      parsed.success ? undefined : `“${ref}” ${parsed.error.issues[0].message}`,
    );
    if (parsed.success) {
      onPick(parsed.data);
      setText(adds ? '' : parsed.data);
    }
  };
  // What somebody typed and did not confirm is taken when they go on.
  const leave = () => {
    const typed = text.trim();
    if (typed && typed !== value) {
      onPointerUp(() => take(typed));
    }
    props.onBlur?.();
  };

  const error = problem ?? props.error;
  const hint = search.failed
    ? 'The catalog does not answer. Type a full entity ref, such as component:default/checkout.'
    : props.helperText;
  return (
    <Autocomplete<EntityOption | string, false, false, true>
      freeSolo
      size="small"
      {...combobox.rootProps}
      options={search.options}
      loading={search.loading}
      value={value ?? null}
      // The ref is for whoever changes it, the title for whoever reads it.
      inputValue={text === value && !focused && title ? title : text}
      filterOptions={all => all}
      getOptionLabel={refOf}
      getOptionSelected={(option, picked) => refOf(option) === refOf(picked)}
      onInputChange={(_, next, reason) => {
        if (reason !== 'reset') {
          setText(next);
          setProblem(undefined);
        }
      }}
      onChange={(_, picked) => {
        if (picked === null) {
          onPick(undefined);
        } else {
          take(refOf(picked));
        }
      }}
      renderOption={option =>
        typeof option === 'string' ? (
          option
        ) : (
          <EntityOptionText option={option} />
        )
      }
      renderInput={params => (
        <TextField
          {...params}
          inputProps={combobox.inputPropsOf(params, search.options)}
          label={label}
          variant="outlined"
          error={Boolean(error)}
          helperText={error || hint}
          onFocus={() => setFocused(true)}
          onBlur={() => {
            setFocused(false);
            leave();
          }}
          onKeyDown={event => {
            // What is typed is taken; the form around it is not sent yet.
            if (event.key === 'Enter' && text.trim() && text !== value) {
              event.preventDefault();
            }
          }}
          InputLabelProps={{ ...params.InputLabelProps, shrink: true }}
        />
      )}
    />
  );
}

function refOf(option: EntityOption | string): string {
  return typeof option === 'string' ? option : option.entityRef;
}
