import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import { Section } from '../../../components/layout';
import { KIND_WORDS, SEVERITY_WORDS, STATUS_WORDS } from '../../words';
import { ChoiceInput, TextInput } from '../fields';
import { fieldId, useForm } from '../FormContext';
import { useSectionStyles } from './layout';

/** What happened, how bad it was, and how far the response is. */
export function BasicsSection() {
  const classes = useSectionStyles();
  const { values, set } = useForm();
  return (
    <Section title="What happened">
      <div className={classes.stack}>
        <TextInput
          path="title"
          required
          value={values.title}
          onChange={title => set({ title })}
          hint="One line that somebody from another team understands"
        />
        <div className={classes.columns}>
          <ChoiceInput
            path="kind"
            value={values.kind}
            words={KIND_WORDS}
            onChange={kind => set({ kind })}
          />
          <ChoiceInput
            path="severity"
            value={values.severity}
            words={SEVERITY_WORDS}
            onChange={severity => set({ severity })}
          />
          <ChoiceInput
            path="status"
            value={values.status}
            words={STATUS_WORDS}
            onChange={status => set({ status })}
          />
        </div>
        <TextInput
          path="summary"
          rows={3}
          value={values.summary}
          onChange={summary => set({ summary })}
          hint="Markdown"
        />
        <TextInput
          path="impact"
          rows={2}
          value={values.impact}
          onChange={impact => set({ impact })}
          hint="Who or what was affected, and how much. Markdown"
        />
        <div className={classes.checks}>
          <FormControlLabel
            label="This was a drill: it counts in no figure"
            control={
              <Checkbox
                id={fieldId('drill')}
                color="primary"
                checked={values.drill}
                onChange={event => set({ drill: event.target.checked })}
              />
            }
          />
          <FormControlLabel
            label="Restricted: only owners of its entities, participants and configured readers may see it"
            control={
              <Checkbox
                id={fieldId('visibility')}
                color="primary"
                checked={values.visibility === 'restricted'}
                onChange={event =>
                  set({
                    visibility: event.target.checked
                      ? 'restricted'
                      : 'internal',
                  })
                }
              />
            }
          />
        </div>
      </div>
    </Section>
  );
}
