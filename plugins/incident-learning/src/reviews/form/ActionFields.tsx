import FormControlLabel from '@material-ui/core/FormControlLabel';
import Switch from '@material-ui/core/Switch';
import type {
  Action,
  ActionStatus,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { ACTION_KIND_WORDS, ACTION_STATUS_WORDS } from '../../actions/words';
import { EntityPicker, PARTICIPANT_KINDS } from '../../components/entities';
import { Choice, TextInput } from '../../components/inputs';
import { Disclosure } from '../../components/layout';
import { PRIORITY_WORDS } from '../words';
import { usePartStyles } from './partStyles';

/** What can be written of an action; an empty text is none. */
export type ActionValues = Pick<
  Action,
  'title' | 'kind' | 'priority' | 'status'
> & {
  description: string;
  owner: string;
  dueDate: string;
  successCriteria: string;
  category: string;
  externalLink: string;
};

export const COMMITMENT_WORDS = {
  owner: 'an owner',
  dueDate: 'a due date',
  successCriteria: 'success criteria',
};

/** An action as its fields hold it; a new one is an idea. */
export function actionValuesOf(action: Action | undefined): ActionValues {
  return {
    title: action?.title ?? '',
    description: action?.description ?? '',
    kind: action?.kind ?? 'corrective',
    priority: action?.priority ?? 'medium',
    status: action?.status ?? 'idea',
    owner: action?.owner ?? '',
    dueDate: action?.dueDate ?? '',
    successCriteria: action?.successCriteria ?? '',
    category: action?.category ?? '',
    externalLink: action?.externalLink ?? '',
  };
}

/** Whether it is still open to decide who commits to an action. */
export function isUndecided(status: ActionStatus): status is 'idea' | 'open' {
  return status === 'idea' || status === 'open';
}

/** The fields of an action. */
export function ActionFields(props: {
  value: ActionValues;
  onChange: (patch: Partial<ActionValues>) => void;
}) {
  const classes = usePartStyles();
  const { value, onChange: change } = props;
  const undecided = isUndecided(value.status);
  return (
    <>
      <TextInput
        label="Action"
        rows={1}
        value={value.title}
        onChange={title => change({ title })}
      />
      {undecided ? (
        <FormControlLabel
          control={
            <Switch
              color="primary"
              checked={value.status === 'open'}
              onChange={(_, on) => change({ status: on ? 'open' : 'idea' })}
            />
          }
          label={
            value.status === 'open'
              ? 'Committed: somebody will do it'
              : 'An idea: nobody is committed to it yet'
          }
        />
      ) : (
        <div>{ACTION_STATUS_WORDS[value.status]}</div>
      )}
      <div className={classes.columns}>
        <EntityPicker
          label="Owner"
          kinds={PARTICIPANT_KINDS}
          value={value.owner || undefined}
          onPick={owner => change({ owner: owner ?? '' })}
        />
        <TextInput
          label="Due date"
          type="date"
          value={value.dueDate}
          onChange={dueDate => change({ dueDate })}
        />
        <Choice
          label="Priority"
          value={value.priority}
          words={PRIORITY_WORDS}
          onChange={priority => change({ priority })}
        />
      </div>
      <TextInput
        label="Success criteria"
        hint="By what will be seen that it worked?"
        rows={1}
        value={value.successCriteria}
        onChange={successCriteria => change({ successCriteria })}
      />
      <Disclosure
        summary="More about this action"
        open={Boolean(
          value.description || value.category || value.externalLink,
        )}
      >
        <div className={classes.columns} style={{ paddingTop: 8 }}>
          <Choice
            label="Kind"
            value={value.kind}
            words={ACTION_KIND_WORDS}
            onChange={kind => change({ kind })}
          />
          <TextInput
            label="Category"
            placeholder="Such as monitoring"
            value={value.category}
            onChange={category => change({ category })}
          />
          <TextInput
            label="Description"
            rows={2}
            value={value.description}
            onChange={description => change({ description })}
          />
          <TextInput
            label="Link"
            placeholder="https://…"
            value={value.externalLink}
            onChange={externalLink => change({ externalLink })}
          />
        </div>
      </Disclosure>
    </>
  );
}
