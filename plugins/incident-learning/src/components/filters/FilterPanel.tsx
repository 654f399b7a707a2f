import { ReactNode, useId, useState } from 'react';
import Button from '@material-ui/core/Button';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { Theme, makeStyles } from '@material-ui/core/styles';
import ExpandLessIcon from '@material-ui/icons/ExpandLess';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import { SearchField } from './SearchField';

const useStyles = makeStyles(
  theme => ({
    root: {
      '& .MuiInputLabel-root': { color: theme.palette.text.primary },
    },
    grid: {
      display: 'grid',
      gap: theme.spacing(1.5),
      gridTemplateColumns: 'repeat(auto-fill, minmax(min(200px, 100%), 1fr))',
      alignItems: 'start',
    },
    search: {
      gridColumn: 'span 2',
      [theme.breakpoints.down('xs')]: { gridColumn: 'auto' },
    },
    flags: {
      gridColumn: '1 / -1',
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
    },
    folded: { marginTop: theme.spacing(1.5) },
    toggle: { justifySelf: 'start', minHeight: 40 },
  }),
  { name: 'HindsightFilterPanel' },
);

/** The controls that search and filter a list; on a narrow screen those that filter wait to be asked for. */
export function FilterPanel(props: {
  /** Such as `Filter lessons`. */
  label: string;
  /** What is searched for, and what is searched in. */
  search: {
    text: string | undefined;
    placeholder: string;
    onChange: (text: string) => void;
  };
  /** How many filters are set: all of them, and those of `more`. */
  set: { all: number; more?: number };
  /** The controls. */
  children: ReactNode;
  /** Some `FlagButton`s, below the controls. */
  flags?: ReactNode;
  /** Those that wait to be asked for on any screen. */
  more?: ReactNode;
}) {
  const classes = useStyles();
  const foldedId = useId();
  const { label, search, set, more } = props;
  const narrow = useMediaQuery<Theme>(theme => theme.breakpoints.down('xs'));
  const [open, setOpen] = useState(Boolean(set.more));
  const controls = (
    <>
      {props.children}
      {props.flags && <div className={classes.flags}>{props.flags}</div>}
    </>
  );
  return (
    <div role="search" aria-label={label} className={classes.root}>
      <div className={classes.grid}>
        <div className={classes.search}>
          <SearchField
            label="Search"
            placeholder={search.placeholder}
            value={search.text ?? ''}
            onChange={search.onChange}
          />
        </div>
        {!narrow && controls}
        {(narrow || more) && (
          <Button
            className={classes.toggle}
            aria-expanded={open}
            aria-controls={foldedId}
            endIcon={open ? <ExpandLessIcon /> : <ExpandMoreIcon />}
            onClick={() => setOpen(!open)}
          >
            {narrow
              ? toggleLabel(open ? 'Hide filters' : 'Filters', open, set.all)
              : toggleLabel(
                  open ? 'Fewer filters' : 'More filters',
                  open,
                  set.more ?? 0,
                )}
          </Button>
        )}
      </div>
      <div id={foldedId} hidden={!open}>
        {open && (narrow || more) && (
          <div className={`${classes.grid} ${classes.folded}`}>
            {narrow && controls}
            {more}
          </div>
        )}
      </div>
    </div>
  );
}

function toggleLabel(words: string, open: boolean, hidden: number): string {
  return open || hidden === 0 ? words : `${words} (${hidden} set)`;
}
