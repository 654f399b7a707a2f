import { useMemo } from 'react';
import Button from '@material-ui/core/Button';
import {
  RootCause,
  RootCauses as Causes,
  rootCausesInputSchema,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { useApi } from '@backstage/core-plugin-api';
import { incidentLearningApiRef } from '../../api';
import { Section } from '../../components/layout';
import { CauseFacts } from '../CauseFacts';
import { CauseEditor } from './CauseEditor';
import { fieldId } from './fieldId';
import { newCause } from './newCause';
import { PartConflict } from './PartConflict';
import { usePartStyles } from './partStyles';
import { useReviewContext } from './ReviewContext';
import { SaveMark } from './SaveMark';
import { AutoSaved, useAutoSave } from './useAutoSave';

/** Keeps the root causes with the server. */
export function useRootCauses(): AutoSaved<RootCause[]> {
  const api = useApi(incidentLearningApiRef);
  const { review, merge } = useReviewContext();
  const { items, revision } = review.rootCauses;
  const stored = useMemo(() => ({ value: items, revision }), [items, revision]);
  return useAutoSave<RootCause[]>({
    name: `review-${review.id}-root-causes`,
    title: 'Root causes',
    stored,
    write: async (value, base) => {
      const saved = await api.saveRootCauses(review.id, base, value);
      merge(saved);
      return {
        value: saved.rootCauses.items,
        revision: saved.rootCauses.revision,
      };
    },
    readCurrent: current =>
      Array.isArray(current.items) && typeof current.revision === 'number'
        ? {
            value: current.items as Causes['items'],
            revision: current.revision,
          }
        : undefined,
    problemOf: value => {
      const parsed = rootCausesInputSchema.safeParse({ items: value });
      const issue = parsed.error?.issues[0];
      return issue && describe(issue.path, issue.message);
    },
  });
}

function describe(path: PropertyKey[], message: string): string {
  const [, index, field] = path;
  return `${String(field ?? 'the list')} of cause ${
    Number(index) + 1
  } ${message}`;
}

/** The causes that the review found. */
export function RootCauses({ saving }: { saving: AutoSaved<RootCause[]> }) {
  const classes = usePartStyles();
  const { readOnly } = useReviewContext();
  const { value: causes, set } = saving;
  if (readOnly) {
    return (
      <Section title="Root causes">
        <CauseFacts causes={causes} />
      </Section>
    );
  }
  return (
    <Section title="Root causes" note={<SaveMark saving={saving} />}>
      <PartConflict
        title="Root causes"
        saving={saving}
        show={shown => <CauseFacts causes={shown} />}
        join={(theirs, mine) => [
          ...theirs,
          ...mine.filter(({ id }) => theirs.every(other => other.id !== id)),
        ]}
      />
      <div id={fieldId('rootCauses')} tabIndex={-1}>
        <p className={classes.hint}>
          Take causes over from an analysis, or write them here. Publishing
          needs at least one with what shows it.
        </p>
        <ol className={classes.list}>
          {causes.map((cause, index) => (
            <CauseEditor
              key={cause.id}
              cause={cause}
              number={index + 1}
              onChange={patch =>
                set(before =>
                  before.map(other =>
                    other.id === cause.id ? { ...other, ...patch } : other,
                  ),
                )
              }
              onRemove={() =>
                set(before => before.filter(({ id }) => id !== cause.id))
              }
            />
          ))}
        </ol>
        <Button
          variant="outlined"
          onClick={() =>
            set([
              ...causes,
              newCause({
                role: causes.length > 0 ? 'contributing' : 'primary',
              }),
            ])
          }
        >
          Add a root cause
        </Button>
      </div>
    </Section>
  );
}
