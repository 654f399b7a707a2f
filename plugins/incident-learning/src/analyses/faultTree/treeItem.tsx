import ErrorOutlineIcon from '@material-ui/icons/ErrorOutline';
import RepeatIcon from '@material-ui/icons/Repeat';
import type {
  BasicEvent,
  FaultTreeNode,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { Tag } from '../../components/Tag';
import type { OutlineItem } from '../outline';
import { EvidenceEditor, NodeMarks } from '../parts';
import { ProbabilityField } from './ProbabilityField';
import { TypeSelect } from './TypeSelect';
import { TreeRow, asType, childrenOf } from './tree';

/** What a line of a fault tree needs to know and to do. */
export interface TreeItemOptions {
  set: (
    id: string,
    change: (node: FaultTreeNode) => FaultTreeNode,
    subject?: string,
  ) => void;
  /** Whether it alone is enough for the top event. */
  single: boolean;
  problem?: string;
  evidenceOpen: boolean;
  onEvidence: () => void;
  onShare: () => void;
  onProblem: (problem: string | undefined) => void;
  onCause: () => void;
}

/** One line of a fault tree. */
export function treeItem(row: TreeRow, options: TreeItemOptions): OutlineItem {
  const { node, number, repeated } = row;
  const basic = node.type === 'basic' ? node : undefined;
  const label = row.parentId ? `Event ${number}` : 'Top event';
  const of = node.label || label;
  const elsewhere = repeated && !basic;
  return {
    key: row.key,
    depth: row.depth,
    text: node.label,
    label,
    placeholder: row.parentId
      ? 'What happened or was missing'
      : 'What should not have happened',
    hasChildren: childrenOf(node).length > 0,
    mark: basic?.cause ? 'cause' : undefined,
    problem: options.problem ?? nameProblem(node),
    fixed: elsewhere,
    extras: elsewhere
      ? []
      : [
          {
            label: 'Put an event of this tree here too…',
            onSelect: options.onShare,
          },
        ],
    start: (
      <TypeSelect
        of={of}
        value={node.type}
        canBeEvent={childrenOf(node).length === 0}
        disabled={elsewhere}
        onChange={type => options.set(node.id, other => asType(other, type))}
      />
    ),
    end: (
      <>
        {options.single && (
          <Tag
            tone="error"
            icon={<ErrorOutlineIcon />}
            title="This alone is enough for the top event."
          >
            Single point
          </Tag>
        )}
        {repeated && (
          <Tag
            tone="info"
            icon={<RepeatIcon />}
            title="It stands further up too, and counts as one event."
          >
            Shared
          </Tag>
        )}
        {basic && <EventMarks {...options} event={basic} of={of} />}
      </>
    ),
    below: basic && options.evidenceOpen && (
      <EvidenceEditor
        of={of}
        evidence={basic.evidence}
        onChange={(evidence, subject) =>
          options.set(
            node.id,
            other => ({ ...other, evidence } as BasicEvent),
            subject,
          )
        }
        onClose={options.onEvidence}
      />
    ),
  };
}

function nameProblem(node: FaultTreeNode): string | undefined {
  return node.label.trim() === '' && childrenOf(node).length > 0
    ? 'It has no name: write what happened, so that it can be saved.'
    : undefined;
}

function EventMarks(
  props: TreeItemOptions & { event: BasicEvent; of: string },
) {
  const { event, of, set } = props;
  return (
    <>
      <ProbabilityField
        of={of}
        value={event.probability}
        onChange={probability =>
          set(
            event.id,
            ({ ...other }) => ({ ...other, probability } as BasicEvent),
            `probability ${event.id}`,
          )
        }
        onProblem={props.onProblem}
      />
      <NodeMarks
        node={event}
        of={of}
        empty={event.label.trim() === ''}
        evidenceOpen={props.evidenceOpen}
        onEvidence={props.onEvidence}
        onCause={() =>
          event.cause
            ? set(event.id, other => ({ ...other, cause: false } as BasicEvent))
            : props.onCause()
        }
      />
    </>
  );
}
