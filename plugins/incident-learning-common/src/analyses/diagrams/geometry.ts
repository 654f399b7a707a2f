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

/** Moves nodes and edges, in place. */
export function shift(
  { nodes, edges }: { nodes: DiagramNode[]; edges: DiagramEdge[] },
  dx: number,
  dy: number,
) {
  for (const node of nodes) {
    node.x += dx;
    node.y += dy;
  }
  for (const point of edges.flatMap(edge => edge.points)) {
    point.x += dx;
    point.y += dy;
  }
}

/** The smallest rectangle around nodes and edges. */
export function boundsOf({
  nodes,
  edges,
}: {
  nodes: DiagramNode[];
  edges: DiagramEdge[];
}) {
  const bounds = { left: 0, top: 0, right: 0, bottom: 0 };
  let first = true;
  const include = (x: number, y: number) => {
    bounds.left = first ? x : Math.min(bounds.left, x);
    bounds.right = first ? x : Math.max(bounds.right, x);
    bounds.top = first ? y : Math.min(bounds.top, y);
    bounds.bottom = first ? y : Math.max(bounds.bottom, y);
    first = false;
  };
  for (const node of nodes) {
    include(node.x, node.y);
    include(node.x + node.width, node.y + node.height);
  }
  for (const { x, y } of edges.flatMap(edge => edge.points)) {
    include(x, y);
  }
  return bounds;
}
