/** How a review can find its causes. @public */
export const ANALYSIS_KINDS = [
  'five-whys',
  'fishbone',
  'fault-tree',
  'timeline',
] as const;

/** What a fishbone asks about unless it is told otherwise. @public */
export const FISHBONE_CATEGORIES = [
  'People',
  'Process',
  'Technology',
  'Environment',
  'Materials',
  'Methods',
] as const;

/** What an event of a timeline is. @public */
export const TIMELINE_KINDS = [
  'change',
  'symptom',
  'detection',
  'communication',
  'decision',
  'action',
  'recovery',
  'other',
] as const;

/** Nodes, causes or events in one analysis, at most. @public */
export const MAX_ANALYSIS_NODES = 2000;

/** Levels of one analysis, at most. @public */
export const MAX_ANALYSIS_DEPTH = 100;

/** Children that the gates of one fault tree name in all, at most. @public */
export const MAX_FAULT_TREE_LINKS = 10_000;

/** @public */
export type AnalysisKind = (typeof ANALYSIS_KINDS)[number];
/** @public */
export type TimelineKind = (typeof TIMELINE_KINDS)[number];
