import type {
  Analysis,
  AnalysisKind,
  Incident,
} from '@hindsight/backstage-plugin-incident-learning-common';

/** An analysis of one kind. */
export type AnalysisOf<K extends AnalysisKind> = Extract<Analysis, { kind: K }>;

/** What the editor of one kind is given. */
export interface EditorProps<K extends AnalysisKind> {
  analysis: AnalysisOf<K>;
  /** What the review is about. */
  incidents: Incident[];
  /** @param subject - changes of one subject in a row are taken back as one */
  onChange: (analysis: AnalysisOf<K>, subject?: string) => void;
  /** Names a node a cause, and hands it to the review where there is one. */
  onTakeCause: (analysis: AnalysisOf<K>, nodeId: string) => void;
}
