import { useState } from 'react';
import Button from '@material-ui/core/Button';
import GetAppIcon from '@material-ui/icons/GetApp';
import { useApi } from '@backstage/core-plugin-api';
import type { RiskFilter } from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef } from '../../api';
import { useDownload } from '../../components/download';

/** Saves the scored incidents of a filter as a CSV file. */
export function ExportButton(props: { filter: Partial<RiskFilter> }) {
  const api = useApi(incidentLearningApiRef);
  const download = useDownload();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    await download({
      what: 'CSV file',
      name: 'risk-incidents.csv',
      type: 'text/csv',
      load: () => api.exportRiskIncidents(props.filter),
    });
    setBusy(false);
  };
  return (
    <Button
      variant="outlined"
      startIcon={<GetAppIcon />}
      disabled={busy}
      onClick={save}
    >
      {busy ? 'Exporting…' : 'Export CSV'}
    </Button>
  );
}
