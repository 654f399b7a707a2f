import { useState } from 'react';
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';
import Button from '@material-ui/core/Button';
import CheckIcon from '@material-ui/icons/Check';
import FileCopyIcon from '@material-ui/icons/FileCopyOutlined';
import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import { incidentLearningApiRef, refusalText } from '../api';
import { VisuallyHidden } from '../components/VisuallyHidden';
import type { BulletinAddress } from './useBulletin';

/** Puts the bulletin on the clipboard as Markdown, as everybody may read it. */
export function CopyButton({ address }: { address: BulletinAddress }) {
  const api = useApi(incidentLearningApiRef);
  const alertApi = useApi(alertApiRef);
  const [copied, copy] = useCopyToClipboard();
  const [busy, setBusy] = useState(false);
  const done = copied.value !== undefined && !copied.error && !busy;
  const take = async () => {
    setBusy(true);
    try {
      copy(await api.exportBulletin(address));
    } catch (error) {
      alertApi.post({
        message: `The bulletin could not be copied: ${refusalText(error)}`,
        severity: 'error',
      });
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button
        variant="outlined"
        startIcon={done ? <CheckIcon /> : <FileCopyIcon />}
        disabled={busy}
        title="To paste into a chat or wiki; what is restricted is left out"
        onClick={take}
      >
        {done ? 'Copied' : 'Copy as Markdown'}
      </Button>
      <VisuallyHidden live>
        {done && 'The bulletin is on the clipboard as Markdown'}
      </VisuallyHidden>
    </>
  );
}
