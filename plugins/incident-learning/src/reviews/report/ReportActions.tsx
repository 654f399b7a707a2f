import { useId, useState } from 'react';
import Button from '@material-ui/core/Button';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { useNavigate } from 'react-router-dom';
import { alertApiRef, useApi, useRouteRef } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  Review,
  reviewPublishPermission,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, refusalText } from '../../api';
import { useDownload } from '../../components/download';
import { reviewRouteRef } from '../../routes';
import { ReasonDialog } from '../ReasonDialog';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.75),
    },
    version: {
      minWidth: 120,
      '& .MuiInputLabel-root': { color: theme.palette.text.primary },
    },
  }),
  { name: 'HindsightReportActions' },
);

const FILES = {
  markdown: { label: 'Markdown', extension: 'md', type: 'text/markdown' },
  html: { label: 'HTML', extension: 'html', type: 'text/html' },
} as const;

interface ReportActionsProps {
  review: Review;
  version: number;
  onVersion: (version: number) => void;
  onReopened: () => void;
}

/** Other versions of a report, its files, and its amendment. */
export function ReportActions(props: ReportActionsProps) {
  const classes = useStyles();
  const versionId = useId();
  const { review, version, onVersion } = props;
  const latest = review.publishedVersion ?? 1;
  const download = useReportDownload(review, version);
  return (
    <div className={classes.root}>
      {latest > 1 && (
        <TextField
          select
          id={versionId}
          label="Version"
          variant="outlined"
          size="small"
          className={classes.version}
          value={version}
          onChange={event => onVersion(Number(event.target.value))}
        >
          {Array.from({ length: latest }, (_, index) => latest - index).map(
            number => (
              <MenuItem key={number} value={number}>
                {number === latest ? `${number} (latest)` : number}
              </MenuItem>
            ),
          )}
        </TextField>
      )}
      <Button onClick={() => download('markdown')}>Download Markdown</Button>
      <Button onClick={() => download('html')}>Download HTML</Button>
      <Button onClick={() => window.print()}>Print</Button>
      <AmendButton {...props} />
    </div>
  );
}

function useReportDownload(review: Review, version: number) {
  const api = useApi(incidentLearningApiRef);
  const download = useDownload();
  return (format: keyof typeof FILES) => {
    const { label, extension, type } = FILES[format];
    return download({
      what: label,
      type,
      name: fileName(review.title, extension),
      load: () => api.exportReport(review.id, { format, version }),
    });
  };
}

function fileName(title: string, extension: string): string {
  const name = title
    .toLocaleLowerCase('en-US')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);
  return `${name || 'report'}.${extension}`;
}

function AmendButton({ review, onReopened }: ReportActionsProps) {
  const api = useApi(incidentLearningApiRef);
  const alertApi = useApi(alertApiRef);
  const navigate = useNavigate();
  const path = useRouteRef(reviewRouteRef)({ id: review.id });
  const { allowed } = usePermission({ permission: reviewPublishPermission });
  const [asking, setAsking] = useState(false);
  if (!allowed || review.state !== 'published') {
    return null;
  }
  const amend = async (reason: string) => {
    setAsking(false);
    try {
      await api.moveReview(review.id, { to: 'drafting', reason });
      navigate(path);
      onReopened();
    } catch (error) {
      alertApi.post({
        message: `Not reopened: ${refusalText(error)}`,
        severity: 'error',
      });
    }
  };
  return (
    <>
      <Button variant="outlined" onClick={() => setAsking(true)}>
        Amend
      </Button>
      {asking && (
        <ReasonDialog
          title="Amend this report?"
          text="The review is opened for writing again. The report that stands stays as it is until the next version is published, which tells what changed and why."
          label="Why is it amended?"
          button="Amend"
          onClose={() => setAsking(false)}
          onConfirm={amend}
        />
      )}
    </>
  );
}
