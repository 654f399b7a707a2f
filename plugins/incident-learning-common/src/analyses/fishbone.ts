import type { FishboneAnalysis, FishboneCause } from './fishboneSchema';
import { AnalysisHint, childrenByParent, shorten } from './hints';

/** A cause with its sub-causes. @public */
export interface FishboneBranch {
  cause: FishboneCause;
  category: string;
  /** From 1, the causes on the category's own bone. */
  depth: number;
  children: FishboneBranch[];
}

/** One category with its causes. @public */
export interface FishboneBone {
  category: string;
  causes: FishboneBranch[];
}

/** The categories in their order, with their causes as trees. @public */
export function buildFishbone(
  analysis: Pick<FishboneAnalysis, 'categories' | 'causes'>,
): FishboneBone[] {
  const children = childrenByParent(analysis.causes);
  const grow = (
    cause: FishboneCause,
    category: string,
    depth: number,
  ): FishboneBranch => ({
    cause,
    category,
    depth,
    children: (children.get(cause.id) ?? []).map(child =>
      grow(child, category, depth + 1),
    ),
  });
  return analysis.categories.map(category => ({
    category,
    causes: (children.get(undefined) ?? [])
      .filter(cause => cause.category === category)
      .map(cause => grow(cause, category, 1)),
  }));
}

/** Every cause of a bone, parents before their children. @public */
export function flattenBone(bone: FishboneBone): FishboneBranch[] {
  const flatten = (branches: FishboneBranch[]): FishboneBranch[] =>
    branches.flatMap(branch => [branch, ...flatten(branch.children)]);
  return flatten(bone.causes);
}

/** The category of each cause, sub-causes included, by id. @public */
export function fishboneCategories(
  analysis: Pick<FishboneAnalysis, 'categories' | 'causes'>,
): Map<string, string> {
  return new Map(
    buildFishbone(analysis)
      .flatMap(flattenBone)
      .map(({ cause, category }) => [cause.id, category]),
  );
}

/** What a facilitator may want to look at, in the order of the categories. @public */
export function findFishboneHints(
  analysis: Pick<FishboneAnalysis, 'categories' | 'causes'>,
): AnalysisHint[] {
  const hints: AnalysisHint[] = [];
  const bones = buildFishbone(analysis);
  const all = bones.flatMap(flattenBone);
  for (const bone of bones) {
    if (bone.causes.length === 0) {
      hints.push({
        code: 'empty-category',
        message: `Nothing under ${bone.category} yet: has it been asked about?`,
      });
    }
  }
  for (const { cause } of all) {
    if (cause.cause && cause.evidence.length === 0) {
      hints.push({
        code: 'without-evidence',
        nodeId: cause.id,
        message: `“${shorten(
          cause.text,
          80,
        )}” is named a cause without evidence: add what shows it.`,
      });
    }
  }
  if (all.length > 0 && !all.some(({ cause }) => cause.cause)) {
    hints.push({ code: 'no-cause', message: 'Nothing is named a cause yet.' });
  }
  return hints;
}
