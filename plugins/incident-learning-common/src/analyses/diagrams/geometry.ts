import type { AnalysisKind } from '../vocabulary';

/** In pixels, from the top left. @public */
export interface DiagramPoint {
  x: number;
  y: number;
}

/** A box of a diagram with its wrapped text. @public */
export interface DiagramNode<Role extends string = string> {
  /** Unique within the diagram. */
  id: string;
  /** The node of the analysis that it shows; absent of what is only drawn, and the same where one is drawn twice. */
  nodeId?: string;
  role: Role;
  x: number;
  y: number;
  width: number;
  height: number;
  /** The text as it fits, its end cut where it is too long. */
  lines: string[];
  /** The whole text. */
  label: string;
}

/** A line between nodes of a diagram. @public */
export interface DiagramEdge<Role extends string = string> {
  id: string;
  /** Ids of diagram nodes; absent where it ends on a line. */
  from?: string;
  to?: string;
  role: Role;
  points: DiagramPoint[];
}

/** Where everything of a diagram lies, for whoever draws it. @public */
export interface DiagramLayout<
  Node extends DiagramNode = DiagramNode,
  Edge extends DiagramEdge = DiagramEdge,
> {
  kind: AnalysisKind;
  width: number;
  height: number;
  nodes: Node[];
  edges: Edge[];
}
