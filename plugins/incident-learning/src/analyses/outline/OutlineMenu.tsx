import { MouseEvent } from 'react';
import IconButton from '@material-ui/core/IconButton';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import MoreVertIcon from '@material-ui/icons/MoreVert';
import { makeStyles } from '@material-ui/core/styles';
import type { OutlineItem, OutlineWords } from './types';
import type { OutlineAction } from './outlineKeys';

const useStyles = makeStyles(
  theme => ({
    button: { flex: 'none', marginTop: 1 },
    entry: {
      display: 'flex',
      justifyContent: 'space-between',
      gap: theme.spacing(4),
      fontSize: theme.typography.pxToRem(14),
      minHeight: 36,
    },
    keys: {
      fontSize: theme.typography.pxToRem(12),
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'HindsightOutlineMenu' },
);

/** All that can be done with a line, for those without the keys. */
export function OutlineMenu(props: {
  item: OutlineItem;
  words: OutlineWords;
  anchor?: Element;
  onOpen: (anchor: Element) => void;
  onClose: () => void;
  onAction: (action: OutlineAction, key: string) => void;
}) {
  const classes = useStyles();
  const { item, words, anchor, onClose } = props;
  const entry = (label: string, keys: string, action: OutlineAction) => (
    <MenuItem
      className={classes.entry}
      onClick={() => {
        onClose();
        props.onAction(action, item.key);
      }}
    >
      {label}
      <span className={classes.keys} aria-hidden>
        {keys}
      </span>
    </MenuItem>
  );
  return (
    <>
      <IconButton
        size="small"
        className={classes.button}
        aria-haspopup="true"
        aria-label={`${item.label}: more`}
        onClick={(event: MouseEvent) => props.onOpen(event.currentTarget)}
      >
        <MoreVertIcon fontSize="small" />
      </IconButton>
      {anchor && (
        <Menu open anchorEl={anchor} onClose={onClose}>
          {entry(`Add ${words.one} beside`, 'Enter', 'addAfter')}
          {!item.fixed && entry(words.within, 'Ctrl+Enter', 'addWithin')}
          {(item.extras ?? []).map(({ label, onSelect }) => (
            <MenuItem
              key={label}
              className={classes.entry}
              onClick={() => {
                onClose();
                onSelect();
              }}
            >
              {label}
            </MenuItem>
          ))}
          {entry('Move deeper', 'Tab', 'deeper')}
          {entry('Move out', 'Shift+Tab', 'shallower')}
          {entry('Move up', 'Alt+↑', 'moveUp')}
          {entry('Move down', 'Alt+↓', 'moveDown')}
          {entry('Delete', 'Ctrl+Shift+Backspace', 'remove')}
        </Menu>
      )}
    </>
  );
}
