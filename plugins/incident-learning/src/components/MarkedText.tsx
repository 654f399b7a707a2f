import { makeStyles } from '@material-ui/core/styles';
import { markSearch } from '@hindsight/backstage-plugin-incident-learning-common';

const useStyles = makeStyles(
  theme => ({
    mark: {
      color: 'inherit',
      backgroundColor: 'transparent',
      fontWeight: 700,
      textDecoration: 'underline',
      textDecorationColor: theme.palette.warning.main,
      textDecorationThickness: 2,
      textUnderlineOffset: '0.2em',
    },
  }),
  { name: 'IncidentLearningMarkedText' },
);

/** A text in which what a search meets stands out. */
export function MarkedText(props: { text: string; search?: string }) {
  const classes = useStyles();
  const { text, search } = props;
  if (!search) {
    return <>{text}</>;
  }
  return (
    <>
      {markSearch(text, search).map((piece, index) =>
        piece.marked ? (
          <mark key={index} className={classes.mark}>
            {piece.text}
          </mark>
        ) : (
          piece.text
        ),
      )}
    </>
  );
}
