import { ReactNode } from 'react';
import type { UrlPatch } from '../../url';

/**
 * What a figure was counted from.
 *
 * @public
 */
export interface FigureCounts {
  /** Records the figure was computed from. */
  n: number;
  /** Records in scope without the value. */
  missing?: number;
  /** Records whose value cannot be right, such as a negative duration. */
  invalid?: number;
  /** Records whose date is too coarse for the series. */
  undated?: number;
  /** What the missing ones are without, as in "5,081 without a time". Default "a value". */
  missingWhat?: string;
}

/**
 * Props of a figure tile. Texts are handed over formatted (see `format/`).
 *
 * @public
 */
export interface FigureTileProps {
  /** Such as "Time to detect". */
  name: string;
  /** What the figure is and of what, in full sentences; behind the info button. */
  definition: ReactNode;
  /** Headline, such as "12 d" or "11.6 %". Absent means no data, never zero. */
  value?: string;
  /** Unit where the value does not carry it, such as "of 10". */
  unit?: string;
  /** What the headline is, such as "median". */
  valueLabel?: string;
  /** Second line, such as "mean 355 d · P90 3.1 y". */
  secondary?: ReactNode;
  counts?: FigureCounts;
  /** Such as "95 % interval 8 d – 16 d". */
  interval?: string;
  /** Where the name leads; the whole tile is its target then. */
  to?: string;
  /** In place of `to`: parameters to set in the page's address. */
  patch?: UrlPatch;
  /** Why there is no value. */
  absentReason?: ReactNode;
  /** The period before; without a value it reads "no data". */
  previous?: { value?: string; n: number };
  /** Short judgements, such as whether the target is met and whether the change is real. */
  tags?: ReactNode;
  /** Comes from a sketch and may be 1 % off. */
  approximate?: boolean;
  /** A `LazySparkline`, or nothing. */
  sparkline?: ReactNode;
  /** Element of the name. Default `h3`. */
  headingLevel?: 'h2' | 'h3' | 'h4' | 'h5';
}
