import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import type { IncidentFacets } from '@hindsight/backstage-plugin-incident-learning-common';
import { useFacets } from '../../list/useFacets';
import { Section } from '../../layout';
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

function SuggestedText(props: {
  path: string;
  options: string[] | undefined;
  value: string;
  onChange: (value: string) => void;
}) {
  const { path, options, value, onChange } = props;
  const { id, size, fullWidth, InputLabelProps, ...field } = useField({ path });
  return (
    <Autocomplete
      freeSolo
      id={id}
      size={size}
      aria-label={field.label}
      options={options ?? []}
      value={value}
      inputValue={value}
      onInputChange={(_, next) => onChange(next)}
      renderInput={params => (
        <TextField
          {...params}
          {...field}
          InputLabelProps={{ ...params.InputLabelProps, ...InputLabelProps }}
        />
      )}
    />
  );
}

function TagsInput(props: { facets?: IncidentFacets }) {
  const { values, set, problemsWithin, touch } = useForm();
  const [problem] = problemsWithin('tags');
  const add = (tags: string[]) =>
    set({ tags: [...new Set(tags.map(tag => tag.trim()).filter(Boolean))] });
  return (
    <Autocomplete
      multiple
      freeSolo
      autoSelect
      id={fieldId('tags')}
      size="small"
      aria-label="Tags"
      options={props.facets?.tag ?? []}
      value={values.tags}
      onChange={(_, tags) => add(tags)}
      onBlur={() => touch('tags')}
      renderInput={params => (
        <TextField
          {...params}
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
