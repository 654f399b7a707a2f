import { makeStyles } from '@material-ui/core/styles';
import type { LessonCounts } from '@hindsight/backstage-plugin-incident-learning-common';
import { formatShare } from '../../components';
import { TEXT_CONTRAST, toneColor } from '../../components/palette';
import { STANDING_WORDS } from './words';

const useStyles = makeStyles(
  theme => ({
    bar: {
      display: 'flex',
      gap: 2,
      height: 8,
      maxWidth: 420,
      margin: theme.spacing(0.75, 0),
      '& > span': { minWidth: 3, borderRadius: 2 },
    },
    applied: {
      backgroundColor: toneColor(theme, 'success', TEXT_CONTRAST),
    },
    planned: { backgroundColor: toneColor(theme, 'info', TEXT_CONTRAST) },
    open: {
      border: `1px solid ${theme.palette.text.secondary}`,
      boxSizing: 'border-box',
    },
    words: {
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.5,
    },
    rest: { color: theme.palette.text.secondary },
  }),
  { name: 'HindsightCoverageBar' },
);

/** How far a lesson has travelled: the share, what it is of, and the rest in words. */
export function CoverageBar({ counts }: { counts: LessonCounts }) {
  const classes = useStyles();
  const { applied, planned, open, n, coverage } = counts;
  return (
    <div>
      <div className={classes.words}>
        <strong>{coverageWords(counts)}</strong>
        <span className={classes.rest}>{restWords(counts)}</span>
      </div>
      {coverage !== undefined && (
        <div className={classes.bar} aria-hidden>
          {(
            [
              ['applied', applied],
              ['planned', planned],
              ['open', open],
            ] as const
          ).map(
            ([standing, count]) =>
              count > 0 && (
                <span
                  key={standing}
                  className={classes[standing]}
                  style={{ flexBasis: `${(count / n) * 100}%` }}
                  title={`${STANDING_WORDS[standing]}: ${count}`}
                />
              ),
          )}
        </div>
      )}
    </div>
  );
}

function coverageWords({ applied, n, coverage }: LessonCounts): string {
  return coverage === undefined
    ? 'Applies to no service'
    : `Applied by ${applied} of ${n} (${formatShare(coverage)})`;
}

function restWords({ planned, open, notApplicable }: LessonCounts): string {
  const parts = [
    planned > 0 && `${planned} planned`,
    open > 0 && `${open} open`,
    notApplicable > 0 && `${notApplicable} not applicable`,
  ].filter(Boolean);
  return parts.length > 0 ? ` · ${parts.join(', ')}` : '';
}
