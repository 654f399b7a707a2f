import { useMemo } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { LessonQuery } from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, usePages } from '../../api';
import { EmptyState } from '../../components';
import { PAGE_SIZE, RecordList } from '../../components/list';
import { PeriodPicker } from '../../components/pickers';
import { ALL_TIME, Period, UrlPatch, usePeriod, useUrlParams } from '../../url';
import { LessonItem, LessonItems } from '../LessonItem';
import { LessonFilterPanel } from './LessonFilterPanel';
import {
  NO_LESSON_FILTERS,
  activeLessonFilters,
  lessonQueryOf,
  readLessonFilters,
} from './filters';

const WORDS = { one: 'lesson', many: 'lessons' };
const NO_PERIOD = { period: undefined, from: undefined, until: undefined };

/** The first so many lessons of a query, and how many there are. */
export function useLessons(query: Partial<LessonQuery>, shown: number) {
  const api = useApi(incidentLearningApiRef);
  return usePages(JSON.stringify(query), shown, (page, signal) =>
    api.listLessons({ ...query, ...page }, { signal }),
  );
}

/** Lessons with their search and filters kept in the page's address. */
export function LessonList({ scope }: { scope?: string }) {
  const [period, setPeriod] = usePeriod(ALL_TIME);
  const { from, to } = period;
  const [params, update] = useUrlParams();
  const filters = useMemo(() => readLessonFilters(params), [params]);
  const shown = Math.max(Number(params.get('shown')) || 0, PAGE_SIZE);
  const pages = useLessons(
    { ...lessonQueryOf(filters), scope, from, to },
    shown,
  );
  const change = (patch: UrlPatch) => update({ ...patch, shown: undefined });
  const active = [
    ...(scope
      ? [{ label: 'Of', value: scope, without: { scope: undefined } }]
      : []),
    ...(from || to
      ? [{ label: 'Period', value: periodText(period), without: NO_PERIOD }]
      : []),
    ...activeLessonFilters(filters),
  ];
  return (
    <RecordList
      words={WORDS}
      pages={pages}
      filterPanel={
        <LessonFilterPanel
          filters={filters}
          active={active.length}
          onChange={change}
        >
          <PeriodPicker period={period} onPick={setPeriod} />
        </LessonFilterPanel>
      }
      active={active}
      onRemove={filter => change(filter.without)}
      onClear={() =>
        change({ ...NO_LESSON_FILTERS, ...NO_PERIOD, scope: undefined })
      }
      onMore={more => update({ shown: String(more) })}
      empty={
        <EmptyState
          title="No lessons yet"
          description="Lessons come out of reviews, or are written down here: press “Write down a lesson”."
        />
      }
    >
      {lessons => (
        <LessonItems label="Lessons">
          {lessons.map(lesson => (
            <LessonItem key={lesson.id} lesson={lesson} search={filters.q} />
          ))}
        </LessonItems>
      )}
    </RecordList>
  );
}

function periodText({ from, to }: Period): string {
  const last = to && new Date(Date.parse(to) - 1).toISOString();
  return [from, last].map(time => time?.slice(0, 10) ?? '…').join(' to ');
}
