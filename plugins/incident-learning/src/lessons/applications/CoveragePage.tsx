import { useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import type {
  LessonCoveragePage,
  LessonCoverageRow,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, usePages } from '../../api';
import { EmptyState, formatCount, formatQuantity } from '../../components';
import {
  EntityName,
  KnownEntities,
  useKnownEntities,
} from '../../components/entities';
import { PageTitle } from '../../components/layout';
import { RecordList, useShown } from '../../components/list';
import { activeScope } from '../../components/filters';
import { ScopePicker } from '../../components/pickers';
import { lessonsRouteRef } from '../../routes';
import { useScope } from '../../url';
import { LessonItem, LessonItems } from '../LessonItem';
import { CoverageBar } from './CoverageBar';
import { COVERAGE_DEFINITION } from './words';

const useStyles = makeStyles(
  theme => ({
    open: {
      fontSize: theme.typography.pxToRem(13),
      lineHeight: 1.6,
      color: theme.palette.text.secondary,
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0, 1.25),
    },
    counted: {
      margin: theme.spacing(2, 0),
      maxWidth: 900,
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.5,
    },
  }),
  { name: 'HindsightCoveragePage' },
);

/** As many services as a row names. */
const FIRST = 8;
const WORDS = { one: 'lesson', many: 'lessons' };

/** How far lessons have travelled, the least covered first: what a platform team follows. */
export function CoveragePage() {
  const classes = useStyles();
  const [scope, pickScope] = useScope();
  const listPath = useRouteRef(lessonsRouteRef)();
  const [shown, setShown] = useShown();
  const { pages, overview } = useCoverages(scope, shown);
  return (
    <>
      <PageTitle
        title="Coverage of lessons"
        actions={<Link to={listPath}>All lessons</Link>}
      />
      <RecordList
        words={WORDS}
        pages={pages}
        filterPanel={
          <ScopePicker
            label="Whose services"
            scope={scope}
            onPick={pickScope}
          />
        }
        active={activeScope(scope)}
        onRemove={() => pickScope(undefined)}
        onClear={() => pickScope(undefined)}
        onShown={setShown}
        tools={overview && <CoverageBar counts={overview.total} />}
        empty={
          <EmptyState
            title="No lesson names a service yet"
            description="Open a lesson and say which services, teams or systems it applies to; how far it has come then shows here."
          />
        }
      >
        {items => <Rows rows={items} />}
      </RecordList>
      {overview && (
        <p className={classes.counted}>
          <strong>How is this counted?</strong> {COVERAGE_DEFINITION}{' '}
          {leftOutWords(overview)}
        </p>
      )}
    </>
  );
}

function useCoverages(scope: string | undefined, shown: number) {
  const api = useApi(incidentLearningApiRef);
  const [overview, setOverview] = useState<LessonCoveragePage>();
  const pages = usePages(
    `coverage ${scope}`,
    { shown },
    async ({ limit, cursor }, signal) => {
      const page = await api.getLessonCoverages(
        { scope, limit, cursor },
        { signal },
      );
      setOverview(page);
      return page;
    },
  );
  return { pages, overview };
}

function Rows({ rows }: { rows: LessonCoverageRow[] }) {
  const known = useKnownEntities(
    rows.flatMap(({ openRefs }) => openRefs.slice(0, FIRST)),
  );
  return (
    <LessonItems label="Lessons, the least covered first">
      {rows.map(row => (
        <LessonItem
          key={row.lesson.id}
          lesson={row.lesson}
          why={
            <>
              <CoverageBar counts={row} />
              <OpenAt row={row} known={known} />
            </>
          }
        />
      ))}
    </LessonItems>
  );
}

function OpenAt(props: { row: LessonCoverageRow; known: KnownEntities }) {
  const classes = useStyles();
  const { openRefs, open } = props.row;
  const shown = openRefs.slice(0, FIRST);
  if (shown.length === 0) {
    return null;
  }
  return (
    <div className={classes.open}>
      Open at
      {shown.map(entityRef => (
        <EntityName
          key={entityRef}
          entityRef={entityRef}
          known={props.known(entityRef)}
          defaultKind="component"
        />
      ))}
      {open > shown.length && `and ${formatCount(open - shown.length)} more`}
    </div>
  );
}

function leftOutWords({
  withoutEntities,
  truncated,
}: LessonCoveragePage): string {
  const without =
    withoutEntities > 0
      ? `${formatQuantity(
          withoutEntities,
          'lesson',
        )} without any service left out.`
      : '';
  return truncated
    ? `${without} Only the latest 20,000 are looked at.`
    : without;
}
