import { ReactNode, useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import type { ApiData } from '../../api';
import { PersonName } from '../entities';
import { formatQuantity, formatTime } from '../format';
import { StoryList } from '../list/StoryList';
import { Loaded } from '../states';

const useStyles = makeStyles(
  theme => ({ time: { color: theme.palette.text.secondary } }),
  { name: 'HindsightChangeStory' },
);

interface ToldChange {
  id: string;
  at: string;
  by: string;
}

interface ChangeWords<Change> {
  /** What somebody did, such as “changed it”. */
  deedOf: (change: Change) => string;
  /** What it changed. */
  children: (change: Change) => ReactNode;
}

const FIRST = 5;

/** Who changed what of a record when, in the order given: the first few, until all are asked for. */
export function ChangeStory<Change extends ToldChange>(
  props: ChangeWords<Change> & { answer: ApiData<Change[]> },
) {
  const { answer, ...words } = props;
  return (
    <Loaded what="the history" variant="table" count={2} answer={answer}>
      {changes => <Changes changes={changes} {...words} />}
    </Loaded>
  );
}

function Changes<Change extends ToldChange>(
  props: ChangeWords<Change> & { changes: Change[] },
) {
  const classes = useStyles();
  const { changes, deedOf, children } = props;
  const [all, setAll] = useState(false);
  const shown = all ? changes : changes.slice(0, FIRST);
  return (
    <>
      <StoryList items={shown}>
        {change => (
          <>
            <PersonName entityRef={change.by} /> {deedOf(change)}{' '}
            <span className={classes.time}>on {formatTime(change.at)}</span>
            {children(change)}
          </>
        )}
      </StoryList>
      {shown.length < changes.length && (
        <Button size="small" onClick={() => setAll(true)}>
          Show all {formatQuantity(changes.length, 'change')}
        </Button>
      )}
    </>
  );
}
