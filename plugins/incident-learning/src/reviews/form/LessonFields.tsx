import type { Lesson } from '@hindsight/backstage-plugin-incident-learning-common';
import {
  EntitiesField,
  EntityPicker,
  LESSON_KINDS,
  PARTICIPANT_KINDS,
} from '../../components/entities';
import { Choice, TextInput, WordsInput } from '../../components/inputs';
import { Disclosure } from '../../components/layout';
import { CAUSE_TYPE_WORDS, PRIORITY_WORDS } from '../words';
import { BlamelessAdvice } from './BlamelessAdvice';
import { usePartStyles } from './partStyles';

/** What can be written of a lesson; an empty text is none. */
export type LessonValues = Pick<
  Lesson,
  'statement' | 'type' | 'priority' | 'tags' | 'appliesTo'
> & { detail: string; owner: string; category: string };

/** The fields of a lesson. */
export function LessonFields(props: {
  value: LessonValues;
  /** Whether what it says stands and cannot be changed. */
  fixed?: boolean;
  /** Shows all fields at once. */
  open?: boolean;
  onChange: (patch: Partial<LessonValues>) => void;
}) {
  const classes = usePartStyles();
  const { value, fixed, onChange: change } = props;
  return (
    <>
      {!fixed && (
        <>
          <TextInput
            label="Lesson"
            rows={1}
            value={value.statement}
            onChange={statement => change({ statement })}
          />
          <BlamelessAdvice text={value.statement} />
        </>
      )}
      <div className={classes.columns}>
        {!fixed && (
          <Choice
            label="Type"
            value={value.type}
            words={CAUSE_TYPE_WORDS}
            onChange={type => change({ type })}
          />
        )}
        <Choice
          label="Priority"
          value={value.priority}
          words={PRIORITY_WORDS}
          onChange={priority => change({ priority })}
        />
        <EntityPicker
          label="Owner"
          kinds={PARTICIPANT_KINDS}
          value={value.owner || undefined}
          onPick={owner => change({ owner: owner ?? '' })}
        />
      </div>
      <Disclosure
        summary="More about this lesson"
        open={props.open || hasMore(value)}
      >
        {!fixed && (
          <div style={{ padding: '8px 0' }}>
            <TextInput
              label="Detail"
              rows={3}
              hint="Why it is so, and how others can do the same. Markdown"
              value={value.detail}
              onChange={detail => change({ detail })}
            />
          </div>
        )}
        <div className={classes.columns} style={{ paddingTop: 8 }}>
          <TextInput
            label="Category"
            value={value.category}
            onChange={category => change({ category })}
          />
          <WordsInput
            label="Tags"
            hint="Enter after each"
            value={value.tags}
            onChange={tags => change({ tags })}
          />
          <EntitiesField
            label="Applies to"
            kinds={LESSON_KINDS}
            hint="Services, systems or teams: search the catalog, or type a full entity ref"
            value={value.appliesTo}
            onChange={appliesTo => change({ appliesTo })}
          />
        </div>
      </Disclosure>
    </>
  );
}

function hasMore({ detail, category, tags, appliesTo }: LessonValues) {
  return Boolean(detail || category || tags.length || appliesTo.length);
}
