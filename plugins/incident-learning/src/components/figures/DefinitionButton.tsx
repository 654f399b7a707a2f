import { ReactNode, useId, useState } from 'react';
import IconButton from '@material-ui/core/IconButton';
import Popover from '@material-ui/core/Popover';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import InfoOutlinedIcon from '@material-ui/icons/InfoOutlined';

const useStyles = makeStyles(
  theme => ({
    button: {
      padding: 4,
      color: theme.palette.text.secondary,
      '& svg': { fontSize: 18 },
    },
    paper: {
      maxWidth: 340,
      padding: theme.spacing(1.5, 2),
      border: `1px solid ${theme.palette.divider}`,
    },
    name: {
      fontWeight: 700,
      marginBottom: theme.spacing(0.5),
    },
  }),
  { name: 'IncidentLearningDefinitionButton' },
);

/**
 * A button that opens what a figure means. Escape, or a click elsewhere, closes
 * it and hands the focus back.
 *
 * @public
 */
export function DefinitionButton(props: { name: string; children: ReactNode }) {
  const classes = useStyles();
  const titleId = useId();
  const [anchor, setAnchor] = useState<HTMLElement>();
  return (
    <>
      <IconButton
        className={classes.button}
        aria-label={`What is ${props.name}?`}
        aria-haspopup="dialog"
        aria-expanded={Boolean(anchor)}
        onClick={event => setAnchor(event.currentTarget)}
      >
        <InfoOutlinedIcon />
      </IconButton>
      <Popover
        open={Boolean(anchor)}
        anchorEl={anchor}
        onClose={() => setAnchor(undefined)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        PaperProps={{
          className: classes.paper,
          role: 'dialog',
          'aria-labelledby': titleId,
          elevation: 3,
        }}
      >
        <Typography id={titleId} variant="body2" className={classes.name}>
          {props.name}
        </Typography>
        <Typography variant="body2" component="div">
          {props.children}
        </Typography>
      </Popover>
    </>
  );
}
