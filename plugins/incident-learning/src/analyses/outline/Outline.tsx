import { useEffect, useRef, useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { VisuallyHidden } from '../../components/VisuallyHidden';
import { OutlineRow } from './OutlineRow';
import type { OutlineCommands, OutlineItem, OutlineWords } from './types';
import { OutlineAction, writeIn } from './outlineKeys';

const useStyles = makeStyles(
  { list: { margin: 0, padding: 0, listStyle: 'none' } },
  { name: 'HindsightOutline' },
);

const NOT_DONE: Partial<Record<OutlineAction, string>> = {
  deeper: 'Not moved: there is nothing before it to go under.',
  shallower: 'Not moved: it stands as far out as it goes.',
  moveUp: 'Not moved: it is the first.',
  moveDown: 'Not moved: it is the last.',
  addWithin: 'Nothing can be added here.',
  addAfter: 'Nothing can be added here.',
};

/** Where writing goes on, so that the same arrow leads on. */
const CARETS: Partial<Record<OutlineAction, 'start' | 'end'>> = {
  previous: 'start',
  next: 'end',
  remove: 'end',
};

/** Lines of text under each other, written and moved by the keyboard. */
export function Outline(props: {
  /** What it lists. */
  label: string;
  items: OutlineItem[];
  words: OutlineWords;
  commands: OutlineCommands;
  maxLength: number;
  readOnly?: boolean;
  /** A line to go to, such as one that was added from elsewhere. */
  focusOn?: string;
}) {
  const classes = useStyles();
  const { items, commands, focusOn } = props;
  const fields = useRef(new Map<string, HTMLTextAreaElement>());
  const wanted = useRef<string>();
  const [said, setSaid] = useState('');
  const [menu, setMenu] = useState<{ key: string; anchor: Element }>();

  // A command changes the lines first; the line to go to may be new.
  useEffect(() => {
    const field = wanted.current && fields.current.get(wanted.current);
    if (field) {
      wanted.current = undefined;
      writeIn(field);
    }
  });
  useEffect(() => {
    if (focusOn) {
      writeIn(fields.current.get(focusOn));
    }
  }, [focusOn]);

  const neighbour = (key: string, step: number) =>
    items[items.findIndex(item => item.key === key) + step]?.key;

  const act = (action: OutlineAction, key: string) => {
    if (action === 'menu') {
      setMenu({ key, anchor: menuButtonOf(fields.current.get(key)!) });
      return;
    }
    if (props.readOnly && action !== 'previous' && action !== 'next') {
      return;
    }
    const next = run(action, key, commands, neighbour);
    wanted.current = next;
    setSaid(next ? '' : NOT_DONE[action] ?? '');
    if (next) {
      writeIn(fields.current.get(next), CARETS[action]);
    }
  };

  return (
    <>
      <ul className={classes.list} aria-label={props.label}>
        {items.map(item => (
          <OutlineRow
            key={item.key}
            item={item}
            words={props.words}
            readOnly={props.readOnly}
            maxLength={props.maxLength}
            menuAnchor={menu?.key === item.key ? menu.anchor : undefined}
            inputRef={field => {
              if (field) {
                fields.current.set(item.key, field);
              } else {
                fields.current.delete(item.key);
              }
            }}
            onMenu={anchor => setMenu(anchor && { key: item.key, anchor })}
            onAction={act}
            onText={commands.setText}
          />
        ))}
      </ul>
      <VisuallyHidden live>{said}</VisuallyHidden>
    </>
  );
}

/** Does what was asked, and answers with the line to go to. */
function run(
  action: Exclude<OutlineAction, 'menu'>,
  key: string,
  commands: OutlineCommands,
  neighbour: (key: string, step: number) => string | undefined,
): string | undefined {
  switch (action) {
    case 'previous':
      return neighbour(key, -1);
    case 'next':
      return neighbour(key, 1);
    case 'moveUp':
      return commands.move(key, -1);
    case 'moveDown':
      return commands.move(key, 1);
    case 'remove': {
      const next = neighbour(key, -1) ?? neighbour(key, 1);
      commands.remove(key);
      return next;
    }
    default:
      return commands[action](key);
  }
}

function menuButtonOf(field: Element): Element {
  return field.closest('li')?.querySelector('[aria-haspopup]') ?? field;
}
