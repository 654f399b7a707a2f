import { useEffect, useMemo } from 'react';
import Typography from '@material-ui/core/Typography';
import useLatest from 'react-use/esm/useLatest';
import { useApi } from '@backstage/core-plugin-api';
import {
  ReviewSection,
  sectionInputSchema,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef } from '../../api';
import { Section } from '../../components/layout';
import { Markdown } from '../../components/Markdown';
import { fieldId } from './fieldId';
import { MarkdownField } from './MarkdownField';
import { PartConflict } from './PartConflict';
import { useReviewContext } from './ReviewContext';
import { SaveMark } from './SaveMark';
import { AutoSaved, useAutoSave } from './useAutoSave';

/** One part of a review that is written as Markdown. */
export function SectionEditor({ section }: { section: ReviewSection }) {
  const { readOnly } = useReviewContext();
  return readOnly ? (
    <Section title={section.title}>
      {section.text ? (
        <Markdown text={section.text} />
      ) : (
        <Typography color="textSecondary">Nothing written.</Typography>
      )}
    </Section>
  ) : (
    <WritableSection section={section} />
  );
}

function WritableSection({ section }: { section: ReviewSection }) {
  const { id, title, help, required } = section;
  const { setTyped, appenders } = useReviewContext();
  const saving = useSection(section);
  const { value, set } = saving;
  const latest = useLatest(value);
  useEffect(() => {
    const all = appenders.current;
    all.set(id, text =>
      set([latest.current.trimEnd(), text].filter(Boolean).join('\n\n')),
    );
    return () => {
      all.delete(id);
    };
  }, [appenders, id, set, latest]);
  useEffect(() => setTyped(id, value), [id, value, setTyped]);
  return (
    <Section
      title={required ? `${title} (needed)` : title}
      note={<SaveMark saving={saving} />}
    >
      <PartConflict
        title={title}
        saving={saving}
        show={text => <Markdown text={text || '*Empty*'} />}
        join={(theirs, mine) => `${theirs}\n\n${mine}`}
      />
      <MarkdownField
        id={fieldId(`sections.${id}`)}
        label={title}
        help={help}
        value={value}
        onChange={set}
      />
    </Section>
  );
}

function useSection(section: ReviewSection): AutoSaved<string> {
  const api = useApi(incidentLearningApiRef);
  const { review, merge } = useReviewContext();
  const { id, title, text, revision } = section;
  const stored = useMemo(() => ({ value: text, revision }), [text, revision]);
  return useAutoSave<string>({
    name: `review-${review.id}-section-${id}`,
    title,
    stored,
    write: async (value, base) => {
      const saved = await api.saveReviewSection(review.id, id, base, value);
      merge(saved);
      const found = saved.sections.find(other => other.id === id);
      return { value: found?.text ?? value, revision: found?.revision ?? base };
    },
    readCurrent: current =>
      typeof current.text === 'string' && typeof current.revision === 'number'
        ? { value: current.text, revision: current.revision }
        : undefined,
    problemOf: value =>
      sectionInputSchema.safeParse({ text: value }).error?.issues[0].message,
  });
}
