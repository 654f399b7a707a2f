import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import type { IncidentFacets } from '@hindsight/backstage-plugin-incident-learning-common';
import { useFacets } from '../../list/useFacets';
import { Section } from '../../../components/layout';
import { useCombobox } from '../../../components/inputs';
import { useField } from '../fields';
import { fieldId, useForm } from '../FormContext';
import { useSectionStyles } from './layout';

/** What kind of thing it was: with the primary entity this tells repeats. */
export function ClassificationSection() {
  const classes = useSectionStyles();
  const { values, set } = useForm();
  const facets = useFacets(undefined);
  return (
    <Section title="Classification">
      <div className={classes.stack}>
        <p className={classes.hint}>
          Incidents of the same category and attack vector on the same primary
          entity are suspected repeats, so use the words that are in use.
        </p>
        <div className={classes.columns}>
          <SuggestedText
            path="category"
            options={facets?.category}
            value={values.category}
            onChange={category => set({ category })}
          />
          <SuggestedText
            path="attackVector"
            options={facets?.attackVector}
            value={values.attackVector}
            onChange={attackVector => set({ attackVector })}
          />
        </div>
        <TagsInput facets={facets} />
      </div>
    </Section>
  );
}

const NONE: string[] = [];

function SuggestedText(props: {
  path: string;
  options: string[] | undefined;
  value: string;
  onChange: (value: string) => void;
}) {
  const { path, options = NONE, value, onChange } = props;
  const { id, size, fullWidth, InputLabelProps, ...field } = useField({ path });
  const combobox = useCombobox({ id });
  return (
    <Autocomplete
      freeSolo
      size={size}
      {...combobox.rootProps}
      options={options}
      value={value}
      inputValue={value}
      onInputChange={(_, next) => onChange(next)}
      renderInput={params => (
        <TextField
          {...params}
          {...field}
          inputProps={combobox.inputPropsOf(params, options)}
          InputLabelProps={{ ...params.InputLabelProps, ...InputLabelProps }}
        />
      )}
    />
  );
}

function TagsInput(props: { facets?: IncidentFacets }) {
  const { values, set, problemsWithin, touch } = useForm();
  const [problem] = problemsWithin('tags');
  const combobox = useCombobox({ id: fieldId('tags') });
  const options = props.facets?.tag ?? NONE;
  const add = (tags: string[]) =>
    set({ tags: [...new Set(tags.map(tag => tag.trim()).filter(Boolean))] });
  return (
    <Autocomplete
      multiple
      freeSolo
      autoSelect
      size="small"
      {...combobox.rootProps}
      options={options}
      value={values.tags}
      onChange={(_, tags) => add(tags)}
      onBlur={() => touch('tags')}
      renderInput={params => (
        <TextField
          {...params}
          inputProps={combobox.inputPropsOf(params, options)}
          label="Tags"
          variant="outlined"
          error={Boolean(problem)}
          helperText={
            problem ? `Tag ${problem[1]}` : 'Press Enter after each tag'
          }
          InputLabelProps={{ ...params.InputLabelProps, shrink: true }}
        />
      )}
    />
  );
}
