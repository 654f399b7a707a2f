import { useState } from 'react';
import Button from '@material-ui/core/Button';
import AddIcon from '@material-ui/icons/Add';
import {
  WhyBranch,
  buildWhyTree,
  findFiveWhysHints,
  flattenWhys,
  whyQuestion,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { HelpLine, Outline, OutlineItem, placesOf } from '../outline';
import { EvidenceEditor, Hints, LeadField, NodeMarks } from '../parts';
import type { EditorProps } from '../types';
import { QuestionLine } from './QuestionLine';
import { whyCommands } from './whyCommands';

const WORDS = { one: 'an answer', within: 'Ask how that came about' };

/** Five whys as an outline of answers, each under the answer that it explains. */
export function FiveWhysEditor(props: EditorProps<'five-whys'>) {
  const { analysis, onChange, onTakeCause } = props;
  const [evidenceOf, setEvidenceOf] = useState<string>();
  const [added, setAdded] = useState<string>();
  const commands = whyCommands(props);
  const { set } = commands;
  const branches = new Map(
    flattenWhys(buildWhyTree(analysis)).map(branch => [branch.node.id, branch]),
  );

  const reword = ({ node, question }: WhyBranch, next?: string) =>
    onChange({
      ...analysis,
      nodes: analysis.nodes.map(other =>
        other.parentId === node.parentId &&
        branches.get(other.id)?.question === question
          ? { ...other, question: next }
          : other,
      ),
    });
  // Answers to one question stand under it together.
  const lastAsked = new Map<string | undefined, string>();

  const items = placesOf(analysis.nodes).map((place): OutlineItem => {
    const { node, depth, number } = place;
    const branch = branches.get(node.id);
    const of = node.answer || `answer ${number}`;
    const asked = branch && branch.question !== lastAsked.get(node.parentId);
    lastAsked.set(node.parentId, branch?.question ?? '');
    return {
      key: node.id,
      depth,
      text: node.answer,
      label: `Answer ${number}`,
      placeholder: 'Not answered yet',
      hasChildren: (branch?.children.length ?? 0) > 0,
      mark: node.cause ? 'cause' : undefined,
      before: asked && (
        <QuestionLine
          question={branch.question}
          onChange={question => reword(branch, question)}
        />
      ),
      end: (
        <NodeMarks
          node={node}
          of={of}
          empty={node.answer.trim() === ''}
          evidenceOpen={evidenceOf === node.id}
          onAssumed={() => set(node.id, { assumed: !node.assumed })}
          onEvidence={() =>
            setEvidenceOf(evidenceOf === node.id ? undefined : node.id)
          }
          onCause={() =>
            node.cause
              ? set(node.id, { cause: false })
              : onTakeCause(
                  {
                    ...analysis,
                    nodes: analysis.nodes.map(other =>
                      other === node ? { ...node, cause: true } : other,
                    ),
                  },
                  node.id,
                )
          }
        />
      ),
      below: evidenceOf === node.id && (
        <EvidenceEditor
          of={of}
          evidence={node.evidence}
          onChange={(evidence, subject) => set(node.id, { evidence }, subject)}
          onClose={() => setEvidenceOf(undefined)}
        />
      ),
    };
  });

  return (
    <>
      <LeadField
        label="Problem"
        hint="What happened, as somebody affected would say it."
        maxLength={1000}
        value={analysis.problem}
        onChange={problem => onChange({ ...analysis, problem }, 'problem')}
      />
      {items.length > 0 ? (
        <Outline
          label="Answers"
          items={items}
          words={WORDS}
          commands={commands}
          maxLength={2000}
          focusOn={added}
        />
      ) : (
        <p style={{ margin: 0, fontStyle: 'italic' }}>
          {whyQuestion(analysis.problem)}
        </p>
      )}
      <div>
        <Button
          size="small"
          variant={items.length === 0 ? 'contained' : 'outlined'}
          color={items.length === 0 ? 'primary' : 'default'}
          startIcon={<AddIcon />}
          onClick={() => setAdded(commands.addFirst())}
        >
          {items.length === 0
            ? 'Write the first answer'
            : 'Add an answer to the problem'}
        </Button>
      </div>
      <Hints
        hints={findFiveWhysHints(analysis).filter(
          ({ code }) => code !== 'unanswered',
        )}
      />
      <HelpLine one="answer" within="ask how that came about" />
    </>
  );
}
