import type {
  ActionPast,
  Period,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { AccessFilter } from '../../access';
import type { ResolvedScope } from '../../catalog';

/** Which actions count. */
export interface OverdueSelection {
  access: AccessFilter;
  /** Those of the incidents of the scope, and those that it owns by now. */
  scope: ResolvedScope;
}

/** An action's past, and the group that owns it now or whose member does. */
export interface OwnedPast extends ActionPast {
  owningGroup?: string;
}

/** Reads how actions came to stand as they do. */
export interface OverdueStore {
  /**
   * Page by page, every action that can have been an open commitment at some moment after the start of the period up to
   * its end, with what changed of it since that start.
   */
  pasts(
    selection: OverdueSelection,
    period: Period,
  ): AsyncIterable<OwnedPast[]>;
}
