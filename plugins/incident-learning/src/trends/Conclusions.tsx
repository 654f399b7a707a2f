import { makeStyles } from '@material-ui/core/styles';
import InfoIcon from '@material-ui/icons/InfoOutlined';
import TrendingDownIcon from '@material-ui/icons/ReportProblemOutlined';
import CheckIcon from '@material-ui/icons/CheckCircleOutline';
import { Link } from '@backstage/core-components';
import type {
  TrendFinding,
  TrendReport,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { Section } from '../components/layout';
import { Tag } from '../components/Tag';
import type { Tone } from '../components/palette';
import { usePortalPath } from '../url';

const useStyles = makeStyles(
  theme => ({
    list: { margin: 0, padding: 0, listStyle: 'none' },
    item: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      gap: theme.spacing(0.5, 1.5),
      padding: theme.spacing(1.25, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      '&:first-child': { borderTop: 0, paddingTop: 0 },
    },
    text: {
      // Beside a number on a phone, too; below a mark there.
      flex: '1 1 240px',
      maxWidth: '90ch',
      fontSize: theme.typography.pxToRem(15),
      lineHeight: 1.5,
      overflowWrap: 'anywhere',
    },
    // As wide as the widest, so that sentences begin below each other.
    mark: { minWidth: 96 },
    number: { fontWeight: 500, minWidth: '2em' },
    link: {
      fontSize: theme.typography.pxToRem(14),
      textDecoration: 'underline',
    },
    none: { margin: 0, fontSize: theme.typography.pxToRem(15) },
  }),
  { name: 'HindsightConclusions' },
);

const TONES: Record<
  TrendFinding['tone'],
  { tone: Tone; words: string; icon: JSX.Element }
> = {
  better: { tone: 'success', words: 'Better', icon: <CheckIcon /> },
  worse: { tone: 'error', words: 'Attention', icon: <TrendingDownIcon /> },
  notice: { tone: 'info', words: 'Notice', icon: <InfoIcon /> },
};

/** What the figures say. */
export function Findings({ findings }: Pick<TrendReport, 'findings'>) {
  const classes = useStyles();
  const pathOf = usePortalPath();
  return (
    <Section
      title="Key findings"
      note="Each follows from the figures by a rule; none is told without them"
    >
      {findings.length === 0 ? (
        <p className={classes.none}>
          The figures of this period carry no finding: nothing changed
          detectably, and nothing stands out. A longer period carries more.
        </p>
      ) : (
        <ul className={classes.list}>
          {findings.map(({ id, tone, text, link }) => (
            <li key={id} className={classes.item}>
              <span className={classes.mark}>
                <Tag tone={TONES[tone].tone} icon={TONES[tone].icon}>
                  {TONES[tone].words}
                </Tag>
              </span>
              <span className={classes.text}>{text}</span>
              <Link
                to={pathOf(link)}
                className={classes.link}
                aria-label={`See the rows: ${text}`}
              >
                See the rows
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** What to do next. */
export function Recommendations(props: Pick<TrendReport, 'recommendations'>) {
  const classes = useStyles();
  const pathOf = usePortalPath();
  const { recommendations } = props;
  return (
    <Section
      title="Recommendations"
      note="What the findings lead to, by documented rules"
    >
      {recommendations.length === 0 ? (
        <p className={classes.none}>
          Nothing to recommend: no finding asks for action.
        </p>
      ) : (
        <ol className={classes.list}>
          {recommendations.map(({ id, text, link }, i) => (
            <li key={id} className={classes.item}>
              <span className={classes.number} aria-hidden>
                {i + 1}.
              </span>
              <span className={classes.text}>{text}</span>
              <Link
                to={pathOf(link)}
                className={classes.link}
                aria-label={`Go there: ${text}`}
              >
                Go there
              </Link>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
