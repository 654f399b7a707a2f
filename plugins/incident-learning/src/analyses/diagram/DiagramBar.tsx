import Button from '@material-ui/core/Button';
import IconButton from '@material-ui/core/IconButton';
import AccountTreeOutlinedIcon from '@material-ui/icons/AccountTreeOutlined';
import AddIcon from '@material-ui/icons/Add';
import ListIcon from '@material-ui/icons/List';
import RemoveIcon from '@material-ui/icons/Remove';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      alignItems: 'center',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5),
      minHeight: 36,
      marginBottom: theme.spacing(0.5),
    },
    quiet: {
      textTransform: 'none',
      color: theme.palette.text.secondary,
      whiteSpace: 'nowrap',
    },
    zoom: { display: 'flex', alignItems: 'center', marginLeft: 'auto' },
  }),
  { name: 'HindsightDiagramBar' },
);

/** How a picture is looked at. */
export function DiagramBar(props: {
  asList: boolean;
  /** Absent when it is fitted to the width there is. */
  zoom?: number;
  onList: () => void;
  onZoom: (by: 1 | -1) => void;
  onFit: () => void;
}) {
  const classes = useStyles();
  const { asList, zoom } = props;
  return (
    <div className={classes.root}>
      <Button
        size="small"
        className={classes.quiet}
        startIcon={asList ? <AccountTreeOutlinedIcon /> : <ListIcon />}
        onClick={props.onList}
      >
        {asList ? 'Show as picture' : 'Show as list'}
      </Button>
      {!asList && (
        <div className={classes.zoom} role="group" aria-label="Size">
          <IconButton
            size="small"
            aria-label="Smaller"
            onClick={() => props.onZoom(-1)}
          >
            <RemoveIcon fontSize="small" />
          </IconButton>
          <Button size="small" className={classes.quiet} onClick={props.onFit}>
            {zoom === undefined ? 'Fitted' : `${Math.round(zoom * 100)} %`}
          </Button>
          <IconButton
            size="small"
            aria-label="Larger"
            onClick={() => props.onZoom(1)}
          >
            <AddIcon fontSize="small" />
          </IconButton>
        </div>
      )}
    </div>
  );
}
