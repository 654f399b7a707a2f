import { useMemo } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { LessonQuery } from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, usePages } from '../../api';
import { EmptyState } from '../../components';
import { activePeriod, activeScope } from '../../components/filters';
import { RecordList, useShown } from '../../components/list';
import { PeriodPicker } from '../../components/pickers';
import {
  ALL_TIME,
  NO_PERIOD,
  UrlPatch,
  usePeriod,
  useUrlParams,
} from '../../url';
import { LessonItem, LessonItems } from '../LessonItem';
import { LessonFilterPanel } from './LessonFilterPanel';
import {
  NO_LESSON_FILTERS,
  activeLessonFilters,
  lessonQueryOf,
  readLessonFilters,
} from './filters';

const WORDS = { one: 'lesson', many: 'lessons' };

/** The first so many lessons of a query, and how many there are. */
function useLessons(query: Partial<LessonQuery>, shown: number) {
  const api = useApi(incidentLearningApiRef);
  return usePages(JSON.stringify(query), { shown }, (page, signal) =>
    api.listLessons({ ...query, ...page }, { signal }),
  );
}

/** Lessons with their search and filters kept in the page's address. */
export function LessonList({ scope }: { scope?: string }) {
  const [period, setPeriod] = usePeriod(ALL_TIME);
  const { from, to } = period;
  const [params, update] = useUrlParams();
  const filters = useMemo(() => readLessonFilters(params), [params]);
  const [shown, setShown] = useShown();
  const pages = useLessons(
    { ...lessonQueryOf(filters), scope, from, to },
    shown,
  );
  const change = (patch: UrlPatch) => update({ ...patch, shown: undefined });
  const active = [
    ...activeScope(scope),
    ...activePeriod(period),
    ...activeLessonFilters(filters),
  ];
  return (
    <RecordList
      words={WORDS}
      pages={pages}
      filterPanel={
        <LessonFilterPanel
          filters={filters}
          set={active.length}
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
      onShown={setShown}
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
