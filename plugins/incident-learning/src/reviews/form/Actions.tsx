import { useMemo } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import {
  Action,
  actionInputSchema,
  actionSchema,
  missingCommitment,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef } from '../../api';
import { Section } from '../../components/layout';
import { ActionFacts } from '../ActionFacts';
import {
  ActionFields,
  ActionValues,
  actionValuesOf,
  COMMITMENT_WORDS,
  isUndecided,
} from './ActionFields';
import { AddLine } from './AddLine';
import { fieldId } from './fieldId';
import { usePartStyles } from './partStyles';
import { RecordEditor } from './RecordEditor';
import { orNull, withRecord, withoutRecord } from './records';
import { useReviewContext } from './ReviewContext';
import { useAutoSave } from './useAutoSave';

/** What is to be done: ideas, and what somebody committed to. */
export function Actions() {
  const classes = usePartStyles();
  const api = useApi(incidentLearningApiRef);
  const { review, actions, setActions, readOnly } = useReviewContext();
  if (readOnly) {
    return (
      <Section title="Actions">
        <ActionFacts actions={actions} />
      </Section>
    );
  }
  return (
    <Section title="Actions">
      <div id={fieldId('actions')} tabIndex={-1}>
        <p className={classes.hint}>
          An idea needs nothing but its title. Somebody commits to an action
          with an owner, a due date, and by what its success will be seen.
        </p>
        <ol className={classes.list}>
          {actions.map((action, index) => (
            <ActionEditor key={action.id} action={action} number={index + 1} />
          ))}
        </ol>
        <AddLine
          id={fieldId('new-action')}
          label="New action"
          button="Add as an idea"
          onAdd={async title => {
            const added = await api.createAction({
              title,
              reviewId: review.id,
            });
            setActions(all => withRecord(all, added));
          }}
        />
      </div>
    </Section>
  );
}

function ActionEditor(props: { action: Action; number: number }) {
  const api = useApi(incidentLearningApiRef);
  const { setActions } = useReviewContext();
  const { action, number } = props;
  const { id, revision, status } = action;
  const name = `Action ${number}`;
  const saving = useAction(action, name);
  const remove = async () => {
    await api.deleteAction(id, revision);
    setActions(all => withoutRecord(all, id));
  };
  return (
    <RecordEditor
      name={name}
      path={`actions.${id}`}
      saving={saving}
      describe={({ title, owner, dueDate, successCriteria }) =>
        [title, owner, dueDate, successCriteria].filter(Boolean).join(', ')
      }
      onRemove={status === 'idea' ? remove : undefined}
    >
      <ActionFields
        value={saving.value}
        onChange={patch => saving.set(before => ({ ...before, ...patch }))}
      />
    </RecordEditor>
  );
}

function useAction(action: Action, title: string) {
  const api = useApi(incidentLearningApiRef);
  const { setActions } = useReviewContext();
  const stored = useMemo(() => stampOf(action), [action]);
  return useAutoSave<ActionValues>({
    name: `action-${action.id}`,
    title,
    stored,
    write: async (value, base) => {
      const saved = await api.updateAction(action.id, base, {
        ...value,
        status: isUndecided(value.status) ? value.status : undefined,
        description: orNull(value.description),
        owner: orNull(value.owner),
        dueDate: orNull(value.dueDate),
        successCriteria: orNull(value.successCriteria),
        category: orNull(value.category),
        externalLink: orNull(value.externalLink),
      });
      setActions(all => withRecord(all, saved));
      return stampOf(saved);
    },
    readCurrent: current => {
      const parsed = actionSchema.safeParse(current);
      return parsed.success ? stampOf(parsed.data) : undefined;
    },
    problemOf,
  });
}

function problemOf(value: ActionValues): string | undefined {
  const missing = missingCommitment(value);
  if (missing.length > 0) {
    const words = missing.map(field => COMMITMENT_WORDS[field]);
    return `a commitment needs ${words.join(' and ')}`;
  }
  const { status: _status, ...content } = value;
  const filled = Object.fromEntries(
    Object.entries(content).filter(([, entry]) => entry !== ''),
  );
  const issue = actionInputSchema.safeParse({ title: '', ...filled }).error
    ?.issues[0];
  return issue && `${String(issue.path[0])} ${issue.message}`;
}

function stampOf(action: Action) {
  return { value: actionValuesOf(action), revision: action.revision };
}
