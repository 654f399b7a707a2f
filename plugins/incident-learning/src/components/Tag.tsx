import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { TEXT_CONTRAST, Tone, blend, toneColor } from './palette';

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
      borderColor: ({ tone }: { tone: Tone }) =>
        blend(
          toneColor(theme, tone, TEXT_CONTRAST),
          theme.palette.background.paper,
          0.5,
        ),
      backgroundColor: theme.palette.background.paper,
    },
    icon: {
      display: 'inline-flex',
      flex: 'none',
      color: ({ tone }: { tone: Tone }) =>
        toneColor(theme, tone, TEXT_CONTRAST),
      '& svg': { fontSize: 15, display: 'block' },
    },
    // Room for the tails of letters, which what overflows would lose.
    text: { overflow: 'hidden', textOverflow: 'ellipsis', lineHeight: '20px' },
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
  const classes = useStyles({ tone: props.tone });
  return (
    <span className={classes.root} title={props.title}>
      <span className={classes.icon} aria-hidden>
        {props.icon}
      </span>
      <span className={classes.text}>{props.children}</span>
    </span>
  );
}
