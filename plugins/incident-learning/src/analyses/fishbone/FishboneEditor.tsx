import { useState } from 'react';
import Button from '@material-ui/core/Button';
import AddIcon from '@material-ui/icons/Add';
import { makeStyles } from '@material-ui/core/styles';
import { findFishboneHints } from '@hindsight/backstage-plugin-incident-learning-common';
import { HelpLine, Outline, OutlineItem, placesOf } from '../outline';
import { EvidenceEditor, Hints, LeadField, NodeMarks } from '../parts';
import type { EditorProps } from '../types';
import { bonesOf, boneCommands, causesOfBones, rootOf } from './bones';
import { CategoriesField } from './CategoriesField';

const useStyles = makeStyles(
  theme => ({
    columns: {
      display: 'grid',
      gap: theme.spacing(2),
      alignItems: 'start',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(420px, 100%), 1fr))',
    },
    category: {
      minWidth: 0,
      paddingTop: theme.spacing(1),
      borderTop: `1px solid ${theme.palette.divider}`,
    },
    name: {
      margin: theme.spacing(0, 0, 0.5),
      fontSize: theme.typography.pxToRem(14),
      fontWeight: 700,
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'HindsightFishboneEditor' },
);

const WORDS = { one: 'a cause', within: 'Add what lies behind it' };

/** A fishbone as one outline per category. */
export function FishboneEditor(props: EditorProps<'fishbone'>) {
  const classes = useStyles();
  const { analysis, onChange } = props;
  const [evidenceOf, setEvidenceOf] = useState<string>();
  const [added, setAdded] = useState<string>();
  const bones = bonesOf(analysis);
  const commands = boneCommands(bones, (next, subject) =>
    onChange({ ...analysis, causes: causesOfBones(next) }, subject),
  );
  const { set } = commands;

  const itemsOf = (category: string): OutlineItem[] =>
    placesOf(bones, rootOf(category)).map(({ node, depth, number }) => {
      const of = node.text || `cause ${number} of ${category}`;
      const hasChildren = bones.some(({ parentId }) => parentId === node.id);
      return {
        key: node.id,
        depth,
        text: node.text,
        label: `${category} ${number}`,
        placeholder: 'What contributed',
        hasChildren,
        mark: node.cause ? 'cause' : undefined,
        problem:
          hasChildren && !node.text.trim()
            ? 'It is empty: write what contributed, so that it can be saved.'
            : undefined,
        extras: analysis.categories
          .filter(other => rootOf(other) !== node.parentId)
          .map(other => ({
            label: `Move to ${other}`,
            onSelect: () => set(node.id, { parentId: rootOf(other) }),
          })),
        end: (
          <NodeMarks
            node={node}
            of={of}
            empty={node.text.trim() === ''}
            evidenceOpen={evidenceOf === node.id}
            onEvidence={() =>
              setEvidenceOf(evidenceOf === node.id ? undefined : node.id)
            }
            onCause={() =>
              node.cause
                ? set(node.id, { cause: false })
                : props.onTakeCause(
                    {
                      ...analysis,
                      causes: analysis.causes.map(cause =>
                        cause.id === node.id
                          ? { ...cause, cause: true }
                          : cause,
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
            onChange={(evidence, subject) =>
              set(node.id, { evidence }, subject)
            }
            onClose={() => setEvidenceOf(undefined)}
          />
        ),
      };
    });

  return (
    <>
      <LeadField
        label="Effect"
        hint="What the causes led to: the head of the fish."
        maxLength={1000}
        value={analysis.effect}
        onChange={effect => onChange({ ...analysis, effect }, 'effect')}
      />
      <div className={classes.columns}>
        {analysis.categories.map(category => (
          <div key={category} className={classes.category}>
            <h5 className={classes.name}>{category}</h5>
            <Outline
              label={`Causes in ${category}`}
              items={itemsOf(category)}
              words={WORDS}
              commands={commands}
              maxLength={1000}
              focusOn={added}
            />
            <Button
              size="small"
              startIcon={<AddIcon />}
              aria-label={`Add a cause in ${category}`}
              onClick={() => setAdded(commands.addWithin(rootOf(category)))}
            >
              Add a cause
            </Button>
          </div>
        ))}
      </div>
      <CategoriesField analysis={analysis} onChange={onChange} />
      <Hints
        hints={findFishboneHints(analysis).filter(
          ({ code }) => code !== 'empty-category' || bones.length > 0,
        )}
      />
      <HelpLine one="cause" within="what lies behind it" />
    </>
  );
}
