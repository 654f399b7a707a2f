import { useState } from 'react';
import type {
  Action,
  ActionInput,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { SaveForm } from '../../components/inputs';
import {
  ActionFields,
  ActionValues,
  actionValuesOf,
  isUndecided,
} from '../../reviews/form/ActionFields';
import { ACTION_FIELD_WORDS } from '../words';

/** What is written of an action, an empty text being none. */
export type ActionContent = Pick<
  ActionInput,
  | 'title'
  | 'kind'
  | 'priority'
  | 'description'
  | 'owner'
  | 'dueDate'
  | 'successCriteria'
  | 'category'
  | 'externalLink'
> & { status?: 'idea' | 'open' };

/** The fields of an action. */
export function ActionForm(props: {
  action?: Action;
  saveLabel: string;
  onSave: (content: ActionContent) => Promise<void>;
  onCancel: () => void;
}) {
  const { saveLabel, onSave, onCancel } = props;
  const [value, setValue] = useState(() => actionValuesOf(props.action));
  return (
    <SaveForm
      ways={[{ label: saveLabel, save: () => onSave(contentOf(value)) }]}
      empty={!value.title.trim()}
      words={ACTION_FIELD_WORDS}
      onCancel={onCancel}
    >
      <ActionFields
        value={value}
        onChange={patch => setValue(before => ({ ...before, ...patch }))}
      />
    </SaveForm>
  );
}

function contentOf(value: ActionValues): ActionContent {
  const { title, kind, priority, status } = value;
  return {
    title,
    kind,
    priority,
    status: isUndecided(status) ? status : undefined,
    description: value.description || undefined,
    owner: value.owner || undefined,
    dueDate: value.dueDate || undefined,
    successCriteria: value.successCriteria || undefined,
    category: value.category || undefined,
    externalLink: value.externalLink || undefined,
  };
}
