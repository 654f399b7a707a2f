import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { useApi } from '@backstage/core-plugin-api';
import type {
  Review,
  ReviewChange,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, useApiData } from '../../api';
import { ChangeStory } from '../../components/history';
import { Disclosure, Section } from '../../components/layout';
import { Markdown } from '../../components/Markdown';
import { partWords } from '../partWords';
import { STATE_WORDS } from '../words';
import { Version, Versions } from './Versions';

/** Who changed what of the review when, the latest first; nothing of feedback. */
export function History({ review }: { review: Review }) {
  const [open, setOpen] = useState(false);
  return (
    <Section title="History">
      {open ? (
        <ReviewStory review={review} />
      ) : (
        <Button size="small" onClick={() => setOpen(true)}>
          Show who changed what
        </Button>
      )}
    </Section>
  );
}

function ReviewStory({ review }: { review: Review }) {
  const api = useApi(incidentLearningApiRef);
  const { id, revision, updatedAt } = review;
  const answer = useApiData(`${id} ${revision} ${updatedAt}`, () =>
    api.getReviewHistory(id),
  );
  return (
    <ChangeStory answer={answer} deedOf={change => deedOf(change, review)}>
      {({ changes }) => <TextChanges changes={changes} />}
    </ChangeStory>
  );
}

function TextChanges({ changes }: Pick<ReviewChange, 'changes'>) {
  const texts = changes.filter(({ path }) => path.startsWith('sections.'));
  return (
    <>
      {texts.map(({ path, from, to }) => (
        <Disclosure key={path} summary="What it said before and after">
          <Versions>
            <TextVersion name="Before" text={from} />
            <TextVersion name="After" text={to} />
          </Versions>
        </Disclosure>
      ))}
    </>
  );
}

function TextVersion({ name, text }: { name: string; text: unknown }) {
  return (
    <Version name={name}>
      <Markdown text={typeof text === 'string' && text ? text : '*Nothing*'} />
    </Version>
  );
}

function deedOf({ operation, changes }: ReviewChange, review: Review): string {
  const to = changes.find(({ path }) => path === 'state')?.to;
  const reason = changes.find(({ path }) => path === 'reason')?.to;
  const because = reason ? `: “${reason}”` : '';
  switch (operation) {
    case 'created':
      return 'started the review';
    case 'published':
      return 'published the report';
    case 'moved':
      return `moved it to ${stateWords(to)}${because}`;
    default: {
      const parts = changes.map(({ path }) => partWords(path, review));
      return `changed ${[...new Set(parts)].join(', ')}`;
    }
  }
}

function stateWords(state: unknown): string {
  const words = Object.entries(STATE_WORDS).find(([name]) => name === state);
  return (words?.[1] ?? String(state)).toLocaleLowerCase('en-US');
}
