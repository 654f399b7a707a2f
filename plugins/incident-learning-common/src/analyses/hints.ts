/** Something that a facilitator may want to look at; nothing here is an error. @public */
export interface AnalysisHint {
  code:
    | 'single-chain'
    | 'unanswered'
    | 'without-evidence'
    | 'empty-category'
    | 'no-cause';
  /** What the hint is about, where it is about one node. */
  nodeId?: string;
  message: string;
}

/** Nodes of a forest under their parents, in the order of the list; cycles and strays are left out. */
export function childrenByParent<T extends { id: string; parentId?: string }>(
  nodes: T[],
): Map<string | undefined, T[]> {
  const children = new Map<string | undefined, T[]>();
  for (const node of nodes) {
    const siblings = children.get(node.parentId);
    if (siblings) {
      siblings.push(node);
    } else {
      children.set(node.parentId, [node]);
    }
  }
  return children;
}

/** The beginning of a text, at a word where one ends near. */
export function shorten(text: string, max: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= max) {
    return line;
  }
  const cut = line.slice(0, max - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > max * 0.6 ? cut.slice(0, space) : cut).trimEnd()}…`;
}
