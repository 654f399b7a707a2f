import { ReactNode } from 'react';
import { Theme, makeStyles } from '@material-ui/core/styles';
import { TEXT_CONTRAST, Tone, blend, toneColor } from './palette';

/** A class for each tone: styles that depend on props would be a sheet of its own for each tag of a list. */
function tint(theme: Theme, tone: Tone) {
  const color = toneColor(theme, tone, TEXT_CONTRAST);
  return {
    borderColor: blend(color, theme.palette.background.paper, 0.5),
    '& $icon': { color },
  };
}

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 5,
      maxWidth: '100%',
      height: 22,
      padding: '0 8px 0 6px',
      borderRadius: 11,
      border: '1px solid',
      boxSizing: 'border-box',
      fontSize: theme.typography.pxToRem(12),
      fontWeight: 500,
      lineHeight: 1,
      whiteSpace: 'nowrap',
      color: theme.palette.text.primary,
      backgroundColor: theme.palette.background.paper,
    },
    icon: {
      display: 'inline-flex',
      flex: 'none',
      '& svg': { fontSize: 15, display: 'block' },
    },
    // Room for the tails of letters, which what overflows would lose.
    text: { overflow: 'hidden', textOverflow: 'ellipsis', lineHeight: '20px' },
    neutral: tint(theme, 'neutral'),
    error: tint(theme, 'error'),
    warning: tint(theme, 'warning'),
    info: tint(theme, 'info'),
    success: tint(theme, 'success'),
  }),
  { name: 'IncidentLearningTag' },
);

/**
 * A short fact in a frame: an icon that carries the shape, the words that carry
 * the meaning. The tone only tints.
 */
export function Tag(props: {
  tone: Tone;
  icon: ReactNode;
  children: ReactNode;
  title?: string;
}) {
  const classes = useStyles();
  return (
    <span
      className={`${classes.root} ${classes[props.tone]}`}
      title={props.title}
    >
      <span className={classes.icon} aria-hidden>
        {props.icon}
      </span>
      <span className={classes.text}>{props.children}</span>
    </span>
  );
}
