import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { Disclosure } from '../../components/layout';
import type { AnalysisOf } from '../types';
import { Field } from '../parts';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(1), justifyItems: 'start' },
  }),
  { name: 'HindsightCategoriesField' },
);

/** The categories of a fishbone, one a line. */
export function CategoriesField(props: {
  analysis: AnalysisOf<'fishbone'>;
  onChange: (analysis: AnalysisOf<'fishbone'>) => void;
}) {
  const classes = useStyles();
  const { analysis } = props;
  const { categories } = analysis;
  const [typed, setTyped] = useState<string>();
  const lines = (typed ?? '')
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean);
  const problem = typed === undefined ? undefined : problemOf(analysis, lines);
  return (
    <Disclosure summary="Other categories">
      <div className={classes.root}>
        <Field
          label="Categories"
          multiline
          minRows={3}
          error={problem !== undefined}
          helperText={
            problem ??
            'One a line, in the order of the picture. To rename one that has causes, change its line.'
          }
          value={typed ?? categories.join('\n')}
          onChange={event => setTyped(event.target.value)}
        />
        <Button
          size="small"
          variant="outlined"
          disabled={typed === undefined || problem !== undefined}
          onClick={() => {
            setTyped(undefined);
            props.onChange(withCategories(analysis, lines));
          }}
        >
          Use these categories
        </Button>
      </div>
    </Disclosure>
  );
}

/** Renames where the number of categories stays; else the names alone tell them apart. */
function withCategories(
  analysis: AnalysisOf<'fishbone'>,
  categories: string[],
): AnalysisOf<'fishbone'> {
  const renamed = renamesOf(analysis.categories, categories);
  return {
    ...analysis,
    categories,
    causes: analysis.causes.map(cause =>
      cause.category === undefined
        ? cause
        : {
            ...cause,
            category: renamed.get(cause.category) ?? cause.category,
          },
    ),
  };
}

function renamesOf(before: string[], after: string[]): Map<string, string> {
  const gone = before.filter(name => !after.includes(name));
  const come = after.filter(name => !before.includes(name));
  return new Map(
    gone.length === come.length
      ? gone.map((name, index) => [name, come[index]])
      : [],
  );
}

function problemOf(
  { categories, causes }: AnalysisOf<'fishbone'>,
  lines: string[],
): string | undefined {
  if (lines.length === 0) {
    return 'There is no category: name at least one.';
  }
  if (lines.length > 12) {
    return 'There are more than 12 categories: join some.';
  }
  const twice = lines.find((line, index) => lines.indexOf(line) !== index);
  if (twice) {
    return `“${twice}” stands there twice: name each once.`;
  }
  const long = lines.find(line => line.length > 60);
  if (long) {
    return `“${long.slice(0, 30)}…” is longer than 60 characters: shorten it.`;
  }
  const renamed = renamesOf(categories, lines);
  const lost = causes.find(
    ({ category }) =>
      category !== undefined &&
      !lines.includes(category) &&
      !renamed.has(category),
  );
  return (
    lost &&
    `“${lost.category}” has causes: keep it, or move them elsewhere first.`
  );
}
