import { makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import type {
  Lesson,
  LessonCoverage,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, useApiData } from '../../api';
import { EmptyState, Loaded } from '../../components';
import { EntityName, useKnownEntities } from '../../components/entities';
import { Disclosure, Section } from '../../components/layout';
import { useRecordTableStyles } from '../../components/list';
import { CoverageBar } from './CoverageBar';
import { MarkButton } from './MarkButton';
import { MarkHistory } from './MarkHistory';
import { MarkText } from './MarkText';
import { StandingChip } from './StandingChip';
import { COVERAGE_DEFINITION } from './words';

const useStyles = makeStyles(
  theme => ({
    table: { marginTop: theme.spacing(2) },
    more: { marginTop: theme.spacing(1.5) },
    definition: {
      margin: 0,
      fontSize: theme.typography.pxToRem(13),
      lineHeight: 1.5,
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'HindsightLessonCoverage' },
);

/** At which services a lesson is applied, planned, not applicable or open, to be marked right there. */
export function LessonCoverageSection({ lesson }: { lesson: Lesson }) {
  const classes = useStyles();
  const api = useApi(incidentLearningApiRef);
  const { id, revision, publishedAt } = lesson;
  const answer = useApiData(`${id} ${revision} ${publishedAt}`, () =>
    api.getLessonCoverage(id),
  );
  return (
    <Section title="Coverage">
      <Loaded what="the coverage" variant="table" count={2} answer={answer}>
        {coverage => (
          <>
            {coverage.entities > 0 ? (
              <>
                <CoverageBar counts={coverage} />
                <Standings
                  lesson={lesson}
                  coverage={coverage}
                  onMarked={answer.retry}
                />
              </>
            ) : (
              <EmptyState
                title="No service yet"
                description="Say which services, teams or systems it applies to, or mark it for one of yours."
              />
            )}
            <div className={classes.more}>
              <MarkButton
                lesson={lesson}
                label="Mark for a service"
                onMarked={answer.retry}
              />
              {lesson.reviewId && !publishedAt && (
                <p className={classes.definition}>
                  It can be marked once its review is published.
                </p>
              )}
              <Disclosure summary="How is this counted?">
                <p className={classes.definition}>{COVERAGE_DEFINITION}</p>
              </Disclosure>
            </div>
          </>
        )}
      </Loaded>
    </Section>
  );
}

function Standings(props: {
  lesson: Lesson;
  coverage: LessonCoverage;
  onMarked: () => void;
}) {
  const classes = useStyles();
  const tables = useRecordTableStyles();
  const { lesson, coverage, onMarked } = props;
  const known = useKnownEntities(
    coverage.items.map(({ entityRef }) => entityRef),
  );
  return (
    <table className={`${tables.table} ${classes.table}`}>
      <thead>
        <tr>
          <th scope="col">Service</th>
          <th scope="col">Lesson there</th>
          <th scope="col">Mark it</th>
        </tr>
      </thead>
      <tbody>
        {coverage.items.map(({ entityRef, standing, application }) => (
          <tr key={entityRef}>
            <th scope="row">
              <EntityName
                entityRef={entityRef}
                known={known(entityRef)}
                defaultKind="component"
              />
            </th>
            <td>
              <StandingChip standing={standing} />
              {application && (
                <>
                  <MarkText application={application} />
                  <MarkHistory application={application} />
                </>
              )}
            </td>
            <td>
              <MarkButton
                key={application?.revision}
                lesson={lesson}
                entityRef={entityRef}
                application={application}
                onMarked={onMarked}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
