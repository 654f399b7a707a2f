import { useTheme } from '@material-ui/core/styles';
import { makeStyles } from '@material-ui/core/styles';
import {
  IncidentGroup,
  SEVERITIES,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { formatCount } from '../components';
import { severityFill, severityOutline } from '../components/palette';

const useStyles = makeStyles(
  theme => ({
    bar: {
      display: 'flex',
      gap: 2,
      height: 10,
      maxWidth: 320,
      marginBottom: theme.spacing(0.5),
    },
    part: {
      minWidth: 4,
      borderRadius: 2,
      border: '1px solid',
      boxSizing: 'border-box',
    },
    words: { fontSize: theme.typography.pxToRem(14) },
  }),
  { name: 'HindsightSeverityStrip' },
);

/** How grave the incidents of a group were: a strip, and the same in words. */
export function SeverityStrip(props: {
  severities: IncidentGroup['severities'];
}) {
  const classes = useStyles();
  const theme = useTheme();
  const levels = SEVERITIES.filter(level => props.severities[level] > 0);
  return (
    <>
      <div className={classes.bar} aria-hidden>
        {levels.map(level => (
          <span
            key={level}
            className={classes.part}
            style={{
              flex: props.severities[level],
              backgroundColor: severityFill(theme, level),
              borderColor: severityOutline(theme, level),
            }}
          />
        ))}
      </div>
      <span className={classes.words}>
        {levels
          .map(level => `${formatCount(props.severities[level])} ${level}`)
          .join(', ')}
      </span>
    </>
  );
}
