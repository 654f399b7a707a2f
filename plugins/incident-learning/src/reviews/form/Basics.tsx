import { useMemo } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import {
  Review,
  ReviewPatch,
  reviewPatchSchema,
  reviewSchema,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef } from '../../api';
import { formatTime } from '../../components';
import {
  EntityPicker,
  PersonName,
  useKnownEntities,
} from '../../components/entities';
import { TextInput } from '../../components/inputs';
import { Facts, Section } from '../../components/layout';
import { PeopleField } from '../PeopleField';
import { TimeField } from '../TimeField';
import { fieldId } from './fieldId';
import { PartConflict } from './PartConflict';
import { usePartStyles } from './partStyles';
import { useReviewContext } from './ReviewContext';
import { SaveMark } from './SaveMark';
import { useAutoSave } from './useAutoSave';

interface BasicValues {
  title: string;
  facilitator: string;
  participants: Review['participants'];
  scheduledFor: string;
  feedbackDueAt: string;
}

const LEADERS = ['user'] as const;

/** Who takes part, and when. */
export function Basics() {
  const { readOnly, review } = useReviewContext();
  return readOnly ? (
    <Section title="Who and when">
      <BasicFacts value={valuesOf(review)} />
    </Section>
  ) : (
    <BasicFields />
  );
}

function BasicFields() {
  const classes = usePartStyles();
  const saving = useBasics();
  const { value } = saving;
  const change = (patch: Partial<BasicValues>) =>
    saving.set(before => ({ ...before, ...patch }));
  return (
    <Section title="Who and when" note={<SaveMark saving={saving} />}>
      <PartConflict
        title="Who and when"
        saving={saving}
        show={shown => <BasicFacts value={shown} />}
      />
      <div className={classes.list}>
        <TextInput
          id={fieldId('title')}
          label="Title"
          value={value.title}
          onChange={title => change({ title })}
        />
        <EntityPicker
          key={`facilitator ${saving.state === 'conflict'}`}
          inputId={fieldId('facilitator')}
          label="Facilitator"
          kinds={LEADERS}
          value={value.facilitator || undefined}
          helperText={<Leader entityRef={value.facilitator} />}
          onPick={facilitator => change({ facilitator: facilitator ?? '' })}
        />
        <div className={classes.columns}>
          <TimeField
            label="Meeting"
            value={value.scheduledFor || undefined}
            onChange={at => change({ scheduledFor: at ?? '' })}
          />
          <TimeField
            label="Feedback due"
            value={value.feedbackDueAt || undefined}
            onChange={at => change({ feedbackDueAt: at ?? '' })}
          />
        </div>
        <PeopleField
          id={fieldId('participants')}
          value={value.participants}
          onChange={participants => change({ participants })}
          hint="Is asked for feedback; a group asks its members"
        />
      </div>
    </Section>
  );
}

/** Who leads the review; one who has left the catalog cannot. */
function Leader({ entityRef }: { entityRef: string }) {
  const known = useKnownEntities(entityRef ? [entityRef] : []);
  if (!entityRef) {
    return <>Leads the review</>;
  }
  return known(entityRef) === false ? (
    <>Not in the catalog any more: name somebody else</>
  ) : (
    <>
      <PersonName entityRef={entityRef} /> leads the review
    </>
  );
}

function BasicFacts({ value }: { value: BasicValues }) {
  const time = (at: string) => at && formatTime(at);
  return (
    <Facts
      facts={[
        ['Title', value.title],
        [
          'Facilitator',
          value.facilitator && <PersonName entityRef={value.facilitator} />,
        ],
        ['Meeting', time(value.scheduledFor)],
        ['Feedback due', time(value.feedbackDueAt)],
        [
          'Participants',
          value.participants.map(({ entityRef, role }) => (
            <div key={`${entityRef} ${role}`}>
              <PersonName entityRef={entityRef} /> ({role})
            </div>
          )),
        ],
      ]}
    />
  );
}

function useBasics() {
  const api = useApi(incidentLearningApiRef);
  const { review, merge } = useReviewContext();
  const stored = useMemo(
    () => ({ value: valuesOf(review), revision: review.revision }),
    [review],
  );
  return useAutoSave<BasicValues>({
    name: `review-${review.id}-basics`,
    title: 'Who and when',
    stored,
    write: async (value, base) => {
      const saved = await api.updateReview(review.id, base, patchOf(value));
      merge(saved);
      return { value: valuesOf(saved), revision: saved.revision };
    },
    readCurrent: current => {
      const parsed = reviewSchema.safeParse(current);
      return parsed.success
        ? { value: valuesOf(parsed.data), revision: parsed.data.revision }
        : undefined;
    },
    problemOf: value => {
      const issue = reviewPatchSchema.safeParse(patchOf(value)).error
        ?.issues[0];
      return issue && `${String(issue.path[0])} ${issue.message}`;
    },
  });
}

function patchOf(value: BasicValues): ReviewPatch {
  return {
    title: value.title,
    participants: value.participants,
    facilitator: value.facilitator || null,
    scheduledFor: value.scheduledFor || null,
    feedbackDueAt: value.feedbackDueAt || null,
  };
}

function valuesOf(review: Review): BasicValues {
  return {
    title: review.title,
    facilitator: review.facilitator ?? '',
    participants: review.participants,
    scheduledFor: review.scheduledFor ?? '',
    feedbackDueAt: review.feedbackDueAt ?? '',
  };
}
