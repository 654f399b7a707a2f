import { ReactNode } from 'react';
import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import {
  TEXT_CONTRAST,
  Tone,
  blend,
  toneColor,
} from '../../components/palette';

const useStyles = makeStyles(
  theme => ({
    root: {
      height: 26,
      padding: '0 8px 0 6px',
      gap: 4,
      borderRadius: 13,
      border: '1px solid transparent',
      fontSize: theme.typography.pxToRem(12),
      fontWeight: 500,
      whiteSpace: 'nowrap',
      color: theme.palette.text.secondary,
      '& svg': { fontSize: 16 },
      [theme.breakpoints.down('xs')]: { padding: '0 4px 0 2px', gap: 2 },
      '&:hover': { backgroundColor: theme.palette.action.hover },
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.text.primary}`,
        outlineOffset: 1,
      },
    },
    on: {
      color: theme.palette.text.primary,
      borderColor: ({ tone }: { tone: Tone }) =>
        blend(
          toneColor(theme, tone, TEXT_CONTRAST),
          theme.palette.background.paper,
          0.6,
        ),
      '& svg': {
        color: ({ tone }: { tone: Tone }) =>
          toneColor(theme, tone, TEXT_CONTRAST),
      },
    },
  }),
  { name: 'HindsightMark' },
);

/** Something that a line is or is not, or has or has not. */
export function Mark(props: {
  on: boolean;
  tone: Tone;
  icon: ReactNode;
  /** What it says; read after the name of the line. */
  children: string;
  of: string;
  expanded?: boolean;
  disabled?: boolean;
  onClick: () => void;
}) {
  const { on, tone, expanded } = props;
  const classes = useStyles({ tone });
  return (
    <ButtonBase
      className={`${classes.root} ${on ? classes.on : ''}`}
      aria-pressed={expanded === undefined ? on : undefined}
      aria-expanded={expanded}
      aria-label={`${props.children}: ${props.of}`}
      disabled={props.disabled}
      onClick={props.onClick}
    >
      {props.icon}
      {props.children}
    </ButtonBase>
  );
}
