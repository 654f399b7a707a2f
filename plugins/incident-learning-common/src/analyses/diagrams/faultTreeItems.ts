import type { FaultTreeAnalysis, FaultTreeNode } from '../faultTreeSchema';
import { childrenOfNode } from '../faultTreeIndex';
import type { FaultTreeDiagramNode } from './faultTreeLayout';

/** A place in the drawn tree; a node that stands under several gates has several. */
export interface FaultTreeItem {
  id: string;
  node: FaultTreeNode;
  role: FaultTreeDiagramNode['role'];
  parent?: FaultTreeItem;
  uses: number;
  children: FaultTreeItem[];
  /** Instead of one node: events that hang in a list. */
  list?: FaultTreeItem[];
  listHeight: number;
  rowHeight: number;
}

/** From this many places on, events under one gate hang in a list. */
const LARGE = 12;
/** At least this many of them. */
const LIST_MINIMUM = 3;
const ROW_MINIMUM = 46;
const ROW_GAP = 12;

/** The tree as it is drawn; undefined where the top event does not exist. */
export function itemsOf(
  tree: Pick<FaultTreeAnalysis, 'topEvent' | 'nodes'>,
  rowHeightOf: (node: FaultTreeNode, uses: number) => number,
): FaultTreeItem | undefined {
  const byId = new Map(tree.nodes.map(node => [node.id, node]));
  const uses = new Map<string, number>();
  for (const child of tree.nodes.flatMap(childrenOfNode)) {
    uses.set(child, (uses.get(child) ?? 0) + 1);
  }
  const drawn = new Map<string, number>();
  const onPath = new Set<string>();

  function place(id: string, parent?: FaultTreeItem): FaultTreeItem[] {
    const node = byId.get(id);
    if (!node || onPath.has(id)) {
      return [];
    }
    const times = drawn.get(id) ?? 0;
    drawn.set(id, times + 1);
    const below = childrenOfNode(node);
    const item: FaultTreeItem = {
      id: times === 0 ? `node:${id}` : `node:${id}:${times}`,
      node,
      role: roleOf(node, below.length > 0, times > 0),
      parent,
      uses: uses.get(id) ?? 0,
      children: [],
      listHeight: 0,
      rowHeight: Math.max(ROW_MINIMUM, rowHeightOf(node, uses.get(id) ?? 0)),
    };
    if (item.role === 'and' || item.role === 'or') {
      onPath.add(id);
      item.children = below.flatMap(child => place(child, item));
      onPath.delete(id);
    }
    return [item];
  }

  const [root] = place(tree.topEvent);
  const places = [...drawn.values()].reduce((sum, times) => sum + times, 0);
  if (root && places > LARGE) {
    gatherLists(root);
  }
  return root;
}

function roleOf(
  node: FaultTreeNode,
  developed: boolean,
  again: boolean,
): FaultTreeItem['role'] {
  if (node.type === 'basic') {
    return 'basic';
  }
  if (!developed) {
    return 'undeveloped';
  }
  return again ? 'transfer' : node.type;
}

/** Hangs the leaves under each gate in one list where there are enough of them. */
function gatherLists(item: FaultTreeItem) {
  item.children.forEach(gatherLists);
  const leaves = item.children.filter(child => child.children.length === 0);
  if (leaves.length < LIST_MINIMUM) {
    return;
  }
  const list: FaultTreeItem = {
    ...leaves[0],
    id: `list:${item.id}`,
    list: leaves,
    listHeight: leaves.reduce((sum, leaf) => sum + leaf.rowHeight + ROW_GAP, 0),
  };
  item.children = [
    ...item.children.filter(child => child.children.length > 0),
    list,
  ];
}
