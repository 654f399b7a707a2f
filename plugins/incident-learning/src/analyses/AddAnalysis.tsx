import { useState } from 'react';
import Button from '@material-ui/core/Button';
import ListItemText from '@material-ui/core/ListItemText';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import AddIcon from '@material-ui/icons/Add';
import { makeStyles } from '@material-ui/core/styles';
import type { AnalysisKind } from '@hindsight/backstage-plugin-incident-learning-common';
import { KIND_HINTS, KIND_ORDER, KIND_WORDS } from './words';

const useStyles = makeStyles(
  theme => ({
    item: { whiteSpace: 'normal', maxWidth: 420 },
    hint: {
      fontSize: theme.typography.pxToRem(13),
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'HindsightAddAnalysis' },
);

/** Offers the kinds of analysis to add, and when to take which. */
export function AddAnalysis(props: {
  busy: boolean;
  prominent: boolean;
  onAdd: (kind: AnalysisKind) => void;
}) {
  const classes = useStyles();
  const [anchor, setAnchor] = useState<Element>();
  return (
    <>
      <Button
        variant={props.prominent ? 'contained' : 'outlined'}
        color={props.prominent ? 'primary' : 'default'}
        size={props.prominent ? 'medium' : 'small'}
        startIcon={<AddIcon />}
        aria-haspopup="true"
        disabled={props.busy}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {props.busy ? 'Adding…' : 'Add an analysis'}
      </Button>
      {anchor && (
        <Menu open anchorEl={anchor} onClose={() => setAnchor(undefined)}>
          {KIND_ORDER.map(kind => (
            <MenuItem
              key={kind}
              className={classes.item}
              onClick={() => {
                setAnchor(undefined);
                props.onAdd(kind);
              }}
            >
              <ListItemText
                primary={KIND_WORDS[kind]}
                secondary={KIND_HINTS[kind]}
                secondaryTypographyProps={{ className: classes.hint }}
              />
            </MenuItem>
          ))}
        </Menu>
      )}
    </>
  );
}
