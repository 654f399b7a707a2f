import { useDeferredValue, useMemo, useState } from 'react';
import Button from '@material-ui/core/Button';
import AddIcon from '@material-ui/icons/Add';
import {
  FaultTreeNode,
  analyzeFaultTree,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { withoutBlanks } from '../editing';
import { HelpLine, Outline } from '../outline';
import type { EditorProps } from '../types';
import { FaultTreeFigures } from './FaultTreeFigures';
import { ShareDialog } from './ShareDialog';
import { rowsOf, withChild, withNode } from './tree';
import { treeCommands } from './treeCommands';
import { treeItem } from './treeItem';

const WORDS = { one: 'an event', within: 'Add what brings it about' };

/** A fault tree as an outline of gates and events, with what follows from it. */
export function FaultTreeEditor(props: EditorProps<'fault-tree'>) {
  const { analysis: tree, onChange, onTakeCause } = props;
  const [evidenceOf, setEvidenceOf] = useState<string>();
  const [sharing, setSharing] = useState<string>();
  const [added, setAdded] = useState<string>();
  const [problems, setProblems] = useState<Record<string, string>>({});
  const settled = useDeferredValue(tree);
  const named = useMemo(() => withoutBlanks(settled), [settled]);
  const result = useMemo(() => analyzeFaultTree(named), [named]);
  const rows = useMemo(() => rowsOf(tree), [tree]);
  const commands = treeCommands(props, rows);
  const single = new Set(result.singlePointsOfFailure);

  const set = (
    id: string,
    change: (node: FaultTreeNode) => FaultTreeNode,
    subject?: string,
  ) => onChange(withNode(tree, id, change), subject);

  const items = rows.map(row =>
    treeItem(row, {
      set,
      single: single.has(row.node.id) && rows.length > 1,
      problem: problems[row.node.id],
      evidenceOpen: evidenceOf === row.key,
      onEvidence: () =>
        setEvidenceOf(evidenceOf === row.key ? undefined : row.key),
      onShare: () => setSharing(row.node.id),
      onProblem: problem =>
        setProblems(({ [row.node.id]: _, ...others }) =>
          problem ? { ...others, [row.node.id]: problem } : others,
        ),
      onCause: () =>
        onTakeCause(
          withNode(tree, row.node.id, node =>
            node.type === 'basic' ? { ...node, cause: true } : node,
          ),
          row.node.id,
        ),
    }),
  );

  return (
    <>
      <Outline
        label="Fault tree"
        items={items}
        words={WORDS}
        commands={commands}
        maxLength={500}
        focusOn={added}
      />
      <div>
        <Button
          size="small"
          variant={rows.length === 1 ? 'contained' : 'outlined'}
          color={rows.length === 1 ? 'primary' : 'default'}
          startIcon={<AddIcon />}
          onClick={() => setAdded(commands.addWithin(tree.topEvent))}
        >
          {rows.length === 1
            ? 'Add what brought it about'
            : 'Add an event under the top'}
        </Button>
      </div>
      <HelpLine one="event" within="what brings it about" />
      {rows.length > 1 && <FaultTreeFigures tree={named} result={result} />}
      {sharing && (
        <ShareDialog
          tree={tree}
          parentId={sharing}
          onClose={() => setSharing(undefined)}
          onShare={id => {
            setSharing(undefined);
            onChange(withChild(tree, sharing, id));
          }}
        />
      )}
    </>
  );
}
