import { useState } from 'react';
import Button from '@material-ui/core/Button';
import PublishIcon from '@material-ui/icons/Publish';
import { useApi } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  ImportFormat,
  incidentImportPermission,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, useApiData } from '../../api';
import { ImportDialog } from './ImportDialog';
import { ImportState, useImport } from './useImport';

const NONE: ImportFormat[] = [];

/** Opens the import, for those who may, and tells how far one is that goes on in the background. */
export function ImportButton(props: { onImported: () => void }) {
  const api = useApi(incidentLearningApiRef);
  const { allowed } = usePermission({ permission: incidentImportPermission });
  const [open, setOpen] = useState(false);
  const formats = useApiData('formats', () => api.listImportFormats());
  const controls = useImport(formats.data ?? NONE, props.onImported);
  if (!allowed) {
    return null;
  }
  return (
    <>
      <Button
        variant="outlined"
        startIcon={<PublishIcon />}
        onClick={() => setOpen(true)}
      >
        {labelOf(controls.state)}
      </Button>
      <ImportDialog
        open={open}
        formats={formats}
        controls={controls}
        onClose={() => setOpen(false)}
      />
    </>
  );
}

function labelOf(state: ImportState): string {
  if (state.step === 'checking' || state.step === 'importing') {
    const { bytesDone, bytesTotal } = state.progress;
    const verb = state.step === 'checking' ? 'Checking' : 'Importing';
    return bytesTotal
      ? `${verb}: ${Math.floor((bytesDone / bytesTotal) * 100)} %`
      : `${verb}…`;
  }
  return 'Import';
}
