import { Ref, useId } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { TEXT_CONTRAST, toneColor } from '../../components/palette';
import { OutlineMenu } from './OutlineMenu';
import { OutlineText } from './OutlineText';
import type { OutlineItem, OutlineWords } from './types';
import type { OutlineAction } from './outlineKeys';

const DEEPEST_INDENT = 8;

const useStyles = makeStyles(
  theme => ({
    root: {
      '--step': '24px',
      position: 'relative',
      paddingLeft: ({ indent }: { indent: number }) =>
        `calc(${indent} * var(--step))`,
      // One hair line per level that the line stands under.
      backgroundImage: `linear-gradient(to right, ${theme.palette.divider} 1px, transparent 1px)`,
      backgroundSize: 'var(--step) 100%',
      backgroundRepeat: 'repeat-x',
      backgroundPosition: '10px 0',
      backgroundClip: 'padding-box',
      [theme.breakpoints.down('xs')]: { '--step': '12px' },
    },
    body: {
      backgroundColor: theme.palette.background.paper,
      borderLeft: '3px solid transparent',
      padding: theme.spacing(0.25, 0),
    },
    cause: { borderLeftColor: toneColor(theme, 'error', TEXT_CONTRAST) },
    line: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'flex-start',
      gap: theme.spacing(0.5),
    },
    number: {
      flex: 'none',
      minWidth: 30,
      paddingTop: 8,
      paddingLeft: 6,
      fontSize: theme.typography.pxToRem(12),
      fontVariantNumeric: 'tabular-nums',
      color: theme.palette.text.secondary,
    },
    end: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      marginLeft: 'auto',
      paddingTop: 2,
      [theme.breakpoints.down('xs')]: { order: 1, flexBasis: '100%' },
    },
    below: {
      paddingLeft: 44,
      [theme.breakpoints.down('xs')]: { paddingLeft: 8 },
    },
    problem: {
      margin: theme.spacing(0, 0, 0.5, 1),
      fontSize: theme.typography.pxToRem(13),
      color: toneColor(theme, 'error', TEXT_CONTRAST),
    },
  }),
  { name: 'HindsightOutlineRow' },
);

/** One line of an outline with all that belongs to it. */
export function OutlineRow(props: {
  item: OutlineItem;
  words: OutlineWords;
  readOnly?: boolean;
  maxLength: number;
  menuAnchor?: Element;
  inputRef: Ref<HTMLTextAreaElement>;
  onMenu: (anchor?: Element) => void;
  onAction: (action: OutlineAction, key: string) => void;
  onText: (key: string, text: string) => void;
}) {
  const { item, words, readOnly } = props;
  const problemId = useId();
  const indent = Math.min(item.depth - 1, DEEPEST_INDENT);
  const classes = useStyles({ indent });
  const number = /[\d.]+$/.exec(item.label)?.[0];
  return (
    <li className={classes.root}>
      <div
        className={`${classes.body} ${
          item.mark === 'cause' ? classes.cause : ''
        }`}
      >
        {item.before}
        <div className={classes.line}>
          {number && (
            <span className={classes.number} aria-hidden>
              {number}
            </span>
          )}
          {item.start}
          <OutlineText
            item={item}
            readOnly={readOnly}
            describedBy={item.problem ? problemId : undefined}
            maxLength={props.maxLength}
            inputRef={props.inputRef}
            onAction={props.onAction}
            onText={props.onText}
          />
          <div className={classes.end}>{item.end}</div>
          {!readOnly && (
            <OutlineMenu
              item={item}
              words={words}
              anchor={props.menuAnchor}
              onOpen={props.onMenu}
              onClose={() => props.onMenu(undefined)}
              onAction={props.onAction}
            />
          )}
        </div>
        {item.problem && (
          <p id={problemId} className={classes.problem}>
            {item.problem}
          </p>
        )}
        {item.below && <div className={classes.below}>{item.below}</div>}
      </div>
    </li>
  );
}
