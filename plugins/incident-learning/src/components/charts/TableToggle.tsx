import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import ShowChartIcon from '@material-ui/icons/ShowChart';
import TableChartIcon from '@material-ui/icons/TableChartOutlined';

const useStyles = makeStyles(
  theme => ({
    toggle: {
      textTransform: 'none',
      color: theme.palette.text.secondary,
      whiteSpace: 'nowrap',
    },
  }),
  { name: 'IncidentLearningTableToggle' },
);

/** Switches a chart between drawing and table. */
export function TableToggle(props: {
  asTable: boolean;
  hidden?: boolean;
  onToggle?: () => void;
}) {
  const classes = useStyles();
  return (
    <Button
      size="small"
      className={classes.toggle}
      style={{ visibility: props.hidden ? 'hidden' : undefined }}
      startIcon={props.asTable ? <ShowChartIcon /> : <TableChartIcon />}
      onClick={props.onToggle}
    >
      {props.asTable ? 'Show as chart' : 'Show as table'}
    </Button>
  );
}
