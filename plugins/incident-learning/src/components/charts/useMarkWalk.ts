import { KeyboardEvent, PointerEvent, useRef, useState } from 'react';
import { MarkLayer, MarkRef, walk } from './marks';

/**
 * Keeps which mark is looked at, by keyboard or by pointer. The whole chart is
 * one tab stop: the arrow keys lead from mark to mark, Enter selects, Escape
 * leaves. `announced` is the mark to read out: that of the keyboard only.
 */
export function useMarkWalk(options: {
  layers: MarkLayer[];
  hit: (x: number, y: number) => MarkRef | undefined;
  onSelect?: (mark: MarkRef) => void;
  /** Up and down stay in the stack of a mark. */
  stacked?: boolean;
}) {
  const { layers, hit, onSelect, stacked } = options;
  const [state, setState] = useState<{ mark?: MarkRef; byKey?: boolean }>({});
  const touched = useRef<MarkRef>();
  // The layers may have changed since the mark was chosen.
  const mark =
    state.mark && layers[state.mark.layer]?.marks[state.mark.index]
      ? state.mark
      : undefined;

  function place(event: PointerEvent<HTMLElement>): MarkRef | undefined {
    const box = event.currentTarget.getBoundingClientRect();
    return hit(event.clientX - box.left, event.clientY - box.top);
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.key === 'Escape' && mark) {
      event.stopPropagation();
      setState({});
    } else if ((event.key === 'Enter' || event.key === ' ') && mark) {
      event.preventDefault();
      onSelect?.(mark);
    } else {
      const next = walk(layers, mark, event.key, stacked);
      if (next) {
        event.preventDefault();
        setState({ mark: next, byKey: true });
      }
    }
  }

  function onPointerMove(event: PointerEvent<HTMLElement>) {
    const next = place(event);
    if (!isSame(next, mark)) {
      setState({ mark: next });
    }
  }

  // A finger does not hover: its first tap shows a mark, the second opens it.
  function onPointerDown(event: PointerEvent<HTMLElement>) {
    if (event.pointerType === 'touch') {
      const next = place(event);
      touched.current = isSame(next, mark) ? undefined : next;
      setState({ mark: next });
    } else {
      touched.current = undefined;
    }
  }

  // A finger leaves by being lifted, and its mark stays to be read.
  function onPointerLeave(event: PointerEvent<HTMLElement>) {
    if (event.pointerType !== 'touch') {
      setState(old => (old.byKey ? old : {}));
    }
  }

  function onClick() {
    if (mark && !touched.current) {
      onSelect?.(mark);
    }
    touched.current = undefined;
  }

  return {
    mark,
    announced: state.byKey ? mark : undefined,
    /** Props of the element that holds the marks. */
    surface: {
      tabIndex: 0,
      onKeyDown,
      onPointerMove,
      onPointerDown,
      onClick,
      onPointerLeave,
      onBlur: () => setState({}),
    },
  };
}

function isSame(a: MarkRef | undefined, b: MarkRef | undefined): boolean {
  return a?.layer === b?.layer && a?.index === b?.index;
}
