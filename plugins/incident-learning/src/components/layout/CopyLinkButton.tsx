import Button from '@material-ui/core/Button';
import LinkIcon from '@material-ui/icons/Link';
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';
import { alertApiRef, useApi } from '@backstage/core-plugin-api';

/** Copies the address of the page, to share it. */
export function CopyLinkButton() {
  const alertApi = useApi(alertApiRef);
  const [, copy] = useCopyToClipboard();
  return (
    <Button
      startIcon={<LinkIcon />}
      onClick={() => {
        copy(window.location.origin + window.location.pathname);
        alertApi.post({
          message: 'Link copied',
          severity: 'success',
          display: 'transient',
        });
      }}
    >
      Copy link
    </Button>
  );
}
