import { ReactNode } from 'react';

/** @public */
export interface LoadingStateProps {
  /** What is loading, such as "incidents": read out as "Loading incidents". */
  what: string;
  /** The shape of what comes. */
  variant: 'table' | 'cards' | 'detail';
  /** Rows or cards to stand in for. */
  count?: number;
  /** Whether it begins to load only when it comes into sight. */
  waiting?: boolean;
}

/** @public */
export interface ErrorStateProps {
  /** What was asked for, such as "the incidents": titled "Could not load the incidents". */
  what: string;
  error: Error;
  /** Tries again; without it there is no button. */
  onRetry?: () => void;
}

/** @public */
export interface EmptyStateProps {
  title: string;
  /** What to do next. */
  description: ReactNode;
  /** A button or link that does it. */
  action?: ReactNode;
}
