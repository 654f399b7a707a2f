import { useId, useState } from 'react';
import ButtonBase from '@material-ui/core/ButtonBase';
import Paper from '@material-ui/core/Paper';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import FlagIcon from '@material-ui/icons/Flag';
import { makeStyles } from '@material-ui/core/styles';
import {
  AnalysisRecord,
  Incident,
  RootCauseDraft,
  causesOf,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { formatQuantity } from '../components';
import { Tag } from '../components/Tag';
import { AnalysisWorkspace } from './AnalysisWorkspace';
import { AnalysisDiagram } from './diagram';
import { timesOfIncidents } from './times';
import { KIND_WORDS, sizeOf } from './words';

const useStyles = makeStyles(
  theme => ({
    head: {
      display: 'grid',
      gridTemplateColumns: 'auto minmax(0, 1fr)',
      alignItems: 'start',
      gap: theme.spacing(1),
      width: '100%',
      padding: theme.spacing(1, 2, 1, 1),
      textAlign: 'left',
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.text.primary}`,
        outlineOffset: -2,
      },
    },
    heading: { margin: 0 },
    words: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1),
      minWidth: 0,
    },
    arrow: {
      color: theme.palette.text.secondary,
      transition: theme.transitions.create('transform', { duration: 120 }),
      '@media (prefers-reduced-motion: reduce)': { transition: 'none' },
    },
    closed: { transform: 'rotate(-90deg)' },
    title: {
      fontSize: theme.typography.pxToRem(16),
      fontWeight: 500,
      overflowWrap: 'anywhere',
    },
    note: {
      fontSize: theme.typography.pxToRem(13),
      color: theme.palette.text.secondary,
    },
    body: { padding: theme.spacing(1, 2, 2), minWidth: 0 },
  }),
  { name: 'HindsightAnalysisPanel' },
);

/** One analysis of a review, which can be opened. */
export function AnalysisPanel(props: {
  record: AnalysisRecord;
  incidents: Incident[];
  startsOpen: boolean;
  readOnly?: boolean;
  onSaved: (record: AnalysisRecord) => void;
  onDeleted: () => void;
  onTakeCause?: (draft: RootCauseDraft) => void;
}) {
  const classes = useStyles();
  const { record, readOnly } = props;
  const [open, setOpen] = useState(props.startsOpen);
  // Once opened it stays, so that closing it loses nothing.
  const [wasOpen, setWasOpen] = useState(open);
  const bodyId = useId();
  const { count, noun } = sizeOf(record.analysis);
  const causes = causesOf(record.analysis).length;
  const kind = KIND_WORDS[record.analysis.kind];
  return (
    <Paper variant="outlined">
      <h4 className={classes.heading}>
        <ButtonBase
          className={classes.head}
          aria-expanded={open}
          aria-controls={bodyId}
          onClick={() => {
            setOpen(!open);
            setWasOpen(true);
          }}
        >
          <ExpandMoreIcon
            className={`${classes.arrow} ${open ? '' : classes.closed}`}
            aria-hidden
          />
          <span className={classes.words}>
            <span className={classes.title}>{record.title}</span>
            <span className={classes.note}>
              {record.title === kind ? '' : `${kind}, `}
              {formatQuantity(count, noun)}
            </span>
            {causes > 0 && (
              <Tag tone="error" icon={<FlagIcon />}>
                {formatQuantity(causes, 'cause')}
              </Tag>
            )}
          </span>
        </ButtonBase>
      </h4>
      <div id={bodyId} className={classes.body} hidden={!open}>
        {wasOpen && readOnly && (
          <AnalysisDiagram
            analysis={record.analysis}
            times={timesOfIncidents(props.incidents)}
          />
        )}
        {wasOpen && !readOnly && <AnalysisWorkspace {...props} />}
      </div>
    </Paper>
  );
}
