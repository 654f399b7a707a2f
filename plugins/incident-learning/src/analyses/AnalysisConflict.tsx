import { useEffect, useId, useRef, useState } from 'react';
import Button from '@material-ui/core/Button';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import Alert from '@material-ui/lab/Alert';
import { makeStyles } from '@material-ui/core/styles';
import type { AnalysisRecord } from '@hindsight/backstage-plugin-incident-learning-common';
import { formatTime } from '../components';
import { AnalysisDiagram } from './diagram';
import type { Written } from './editing';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(2), outline: 'none' },
    sides: {
      display: 'grid',
      gap: theme.spacing(2),
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(340px, 100%), 1fr))',
    },
    side: {
      minWidth: 0,
      padding: theme.spacing(1, 1.5, 1.5),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
    },
    taken: { borderColor: theme.palette.text.primary },
  }),
  { name: 'HindsightAnalysisConflict' },
);

/** Two versions of an analysis, either of which can be taken. */
export function AnalysisConflict(props: {
  theirs: AnalysisRecord;
  mine: Written;
  onTheirs: () => void;
  onMine: () => void;
}) {
  const classes = useStyles();
  const { theirs, mine } = props;
  const root = useRef<HTMLDivElement>(null);
  const labelId = useId();
  const [side, setSide] = useState<'mine' | 'theirs'>('mine');
  useEffect(() => root.current?.focus(), []);
  const option = (value: 'mine' | 'theirs', label: string, shown: Written) => (
    <div className={`${classes.side} ${side === value ? classes.taken : ''}`}>
      <FormControlLabel
        value={value}
        control={<Radio color="primary" size="small" />}
        label={label}
      />
      <AnalysisDiagram
        analysis={shown.analysis}
        title={`${label}: ${shown.title}`}
      />
    </div>
  );
  return (
    <div className={classes.root} ref={root} tabIndex={-1}>
      <Alert severity="warning" id={labelId}>
        Somebody else saved this analysis while you were writing. Nothing is
        lost: choose whose version stands. The other one is replaced by it.
      </Alert>
      <RadioGroup
        aria-labelledby={labelId}
        className={classes.sides}
        value={side}
        onChange={(_, value) => setSide(value as 'mine' | 'theirs')}
      >
        {option('mine', 'Mine', mine)}
        {option(
          'theirs',
          `Theirs, saved ${formatTime(theirs.updatedAt)}`,
          theirs,
        )}
      </RadioGroup>
      <div>
        <Button
          variant="contained"
          color="primary"
          onClick={side === 'mine' ? props.onMine : props.onTheirs}
        >
          {side === 'mine' ? 'Keep mine' : 'Take theirs'}
        </Button>
      </div>
    </div>
  );
}
