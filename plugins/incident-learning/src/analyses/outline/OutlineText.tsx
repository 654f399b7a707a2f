import { ChangeEvent, Ref } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import type { OutlineItem } from './types';
import { OutlineAction, outlineKeys } from './outlineKeys';

const useStyles = makeStyles(
  theme => ({
    // A copy of the text behind the field makes the field as high as its text.
    root: {
      display: 'grid',
      flex: '1 1 220px',
      minWidth: 0,
      [theme.breakpoints.down('xs')]: { flexBasis: 100 },
      '&::after': {
        content: 'attr(data-text) " "',
        visibility: 'hidden',
        whiteSpace: 'pre-wrap',
      },
      '&::after, & > textarea': {
        gridArea: '1 / 1',
        boxSizing: 'border-box',
        width: '100%',
        minWidth: 0,
        padding: theme.spacing(0.625, 1),
        border: '1px solid transparent',
        font: 'inherit',
        fontSize: theme.typography.pxToRem(15),
        lineHeight: 1.45,
        overflowWrap: 'anywhere',
      },
    },
    field: {
      resize: 'none',
      overflow: 'hidden',
      borderRadius: theme.shape.borderRadius,
      color: theme.palette.text.primary,
      backgroundColor: 'transparent',
      '&:hover': { borderColor: theme.palette.divider },
      '&:focus': {
        outline: `2px solid ${theme.palette.text.primary}`,
        outlineOffset: -1,
        backgroundColor: theme.palette.background.paper,
      },
      '&::placeholder': { color: theme.palette.text.secondary, opacity: 1 },
      '&:read-only': { borderColor: 'transparent' },
    },
    wrong: { borderColor: `${theme.palette.error.main} !important` },
  }),
  { name: 'HindsightOutlineText' },
);

/** The text of one line, as high as it is long. */
export function OutlineText(props: {
  item: OutlineItem;
  readOnly?: boolean;
  describedBy?: string;
  maxLength: number;
  inputRef: Ref<HTMLTextAreaElement>;
  onAction: (action: OutlineAction, key: string) => void;
  onText: (key: string, text: string) => void;
}) {
  const classes = useStyles();
  const { item } = props;
  const keys = outlineKeys(item, props.onAction);
  return (
    <div className={classes.root} data-text={item.text || item.placeholder}>
      <textarea
        {...keys}
        ref={props.inputRef}
        rows={1}
        className={`${classes.field} ${item.problem ? classes.wrong : ''}`}
        aria-label={item.label}
        aria-invalid={item.problem ? true : undefined}
        aria-describedby={props.describedBy}
        placeholder={item.placeholder}
        readOnly={props.readOnly || item.fixed}
        maxLength={props.maxLength}
        value={item.text}
        onChange={(event: ChangeEvent<HTMLTextAreaElement>) =>
          props.onText(item.key, event.target.value)
        }
      />
    </div>
  );
}
