import type { ReactNode } from 'react';

/** One line of an outline. */
export interface OutlineItem {
  /** Tells lines apart; the same as long as the line stands. */
  key: string;
  /** From 1. */
  depth: number;
  text: string;
  /** The accessible name of its text, such as `Answer 1.2`. */
  label: string;
  placeholder: string;
  /** Whether anything stands under it. */
  hasChildren?: boolean;
  /** Above its text. */
  before?: ReactNode;
  /** In front of its text. */
  start?: ReactNode;
  /** Beside its text. */
  end?: ReactNode;
  /** Below its text. */
  below?: ReactNode;
  /** What makes it stand out. */
  mark?: 'cause';
  /** What is wrong with it. */
  problem?: string;
  /** Further entries of its menu. */
  extras?: OutlineExtra[];
  /** Its text stands, and nothing can be put under it here. */
  fixed?: boolean;
}

/** An entry of a line's menu. */
export interface OutlineExtra {
  label: string;
  onSelect: () => void;
}

/** What an outline does; each answers with the line to go to, or nothing where it could not be done. */
export interface OutlineCommands {
  setText: (key: string, text: string) => void;
  addAfter: (key: string) => string | undefined;
  addWithin: (key: string) => string | undefined;
  deeper: (key: string) => string | undefined;
  shallower: (key: string) => string | undefined;
  move: (key: string, step: -1 | 1) => string | undefined;
  remove: (key: string) => void;
}

/** The words for what is listed, such as `answer`. */
export interface OutlineWords {
  one: string;
  within: string;
}
