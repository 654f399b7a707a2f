import { MarkdownContent } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    root: {
      maxWidth: '80ch',
      fontSize: theme.typography.pxToRem(15),
      lineHeight: 1.6,
      overflowWrap: 'anywhere',
      '& > :first-child': { marginTop: 0 },
      '& > :last-child': { marginBottom: 0 },
    },
  }),
  { name: 'HindsightMarkdown' },
);

/** Markdown that loads nothing from elsewhere and runs nothing. */
export function Markdown({ text }: { text: string }) {
  const classes = useStyles();
  return (
    <MarkdownContent
      className={classes.root}
      content={text}
      linkTarget="_blank"
      transformImageUri={() => ''}
    />
  );
}
