import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import { formatQuantity } from '../../components';
import { formatBytes } from './formatBytes';
import type { ImportProgress } from './runImport';

/** How much of a file, of its bytes and of its records, is done. */
export function ImportProgressView(props: {
  label: string;
  progress: ImportProgress;
}) {
  const { bytesDone, bytesTotal, records } = props.progress;
  const share = bytesTotal ? bytesDone / bytesTotal : 0;
  return (
    <div>
      <LinearProgress
        variant={share > 0 ? 'determinate' : 'indeterminate'}
        value={share * 100}
        aria-label={props.label}
      />
      <Typography
        variant="body2"
        color="textSecondary"
        style={{ marginTop: 8, fontVariantNumeric: 'tabular-nums' }}
      >
        {formatBytes(bytesDone)} of {formatBytes(bytesTotal)} ·{' '}
        {formatQuantity(records, 'record')}
      </Typography>
    </div>
  );
}
