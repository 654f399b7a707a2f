import type { FocusEvent, KeyboardEvent, PointerEvent } from 'react';
import type { OutlineItem } from './types';

/** What a key asks of an outline. */
export type OutlineAction =
  | 'addAfter'
  | 'addWithin'
  | 'deeper'
  | 'shallower'
  | 'moveUp'
  | 'moveDown'
  | 'remove'
  | 'previous'
  | 'next'
  | 'menu';

/** Sends the focus to a field to write in it, at one of its ends where one is said. */
export function writeIn(
  field: HTMLTextAreaElement | undefined,
  caret?: 'start' | 'end',
) {
  if (field) {
    field.dataset.writing = 'true';
    field.focus();
    if (caret) {
      const at = caret === 'start' ? 0 : field.value.length;
      field.setSelectionRange(at, at);
    }
  }
}

/**
 * Reads keys as outliners do. Tab changes the depth only while somebody writes: a focus that came by Tab leaves by Tab,
 * and Escape ends writing, so that nobody is caught and nothing moves in passing.
 */
export function outlineKeys(
  item: OutlineItem,
  act: (action: OutlineAction, key: string) => void,
) {
  return {
    onPointerDown: ({ currentTarget }: PointerEvent<HTMLElement>) => {
      currentTarget.dataset.writing = 'true';
    },
    onBlur: ({ currentTarget }: FocusEvent<HTMLElement>) => {
      delete currentTarget.dataset.writing;
    },
    onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => {
      const { dataset } = event.currentTarget;
      if (event.nativeEvent.isComposing) {
        return;
      }
      if (event.key === 'Escape') {
        delete dataset.writing;
        return;
      }
      const action = actionOf(event, item, dataset.writing === 'true');
      if (!['Tab', 'Shift', 'Alt', 'Control', 'Meta'].includes(event.key)) {
        dataset.writing = 'true';
      }
      if (action) {
        event.preventDefault();
        act(action, item.key);
      }
    },
  };
}

function actionOf(
  event: KeyboardEvent<HTMLTextAreaElement>,
  item: OutlineItem,
  writing: boolean,
): OutlineAction | undefined {
  const { key, altKey, shiftKey, currentTarget } = event;
  const command = event.ctrlKey || event.metaKey;
  const plain = !command && !altKey && !shiftKey;
  switch (key) {
    case 'Enter':
      if (command) {
        return 'addWithin';
      }
      return plain ? 'addAfter' : undefined;
    case 'Tab':
      if (!writing || command || altKey) {
        return undefined;
      }
      return shiftKey ? 'shallower' : 'deeper';
    case 'ArrowUp':
      if (altKey && !command) {
        return 'moveUp';
      }
      return plain && currentTarget.selectionEnd === 0 ? 'previous' : undefined;
    case 'ArrowDown':
      if (altKey && !command) {
        return 'moveDown';
      }
      return plain && currentTarget.selectionStart === item.text.length
        ? 'next'
        : undefined;
    case 'Backspace':
      return (command && shiftKey) ||
        (plain && item.text === '' && !item.hasChildren)
        ? 'remove'
        : undefined;
    case '.':
      return command ? 'menu' : undefined;
    default:
      return undefined;
  }
}
