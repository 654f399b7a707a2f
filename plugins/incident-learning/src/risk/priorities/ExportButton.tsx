import { useState } from 'react';
import Button from '@material-ui/core/Button';
import GetAppIcon from '@material-ui/icons/GetApp';
import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import type { RiskFilter } from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, writeRefusalOf } from '../../api';
import { downloadText } from '../../reviews/report/downloadText';

/** Saves the scored incidents of a filter as a CSV file. */
export function ExportButton(props: { filter: Partial<RiskFilter> }) {
  const api = useApi(incidentLearningApiRef);
  const alertApi = useApi(alertApiRef);
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      downloadText(await api.exportRiskIncidents(props.filter), {
        name: 'risk-incidents.csv',
        type: 'text/csv;charset=utf-8',
      });
    } catch (error) {
      alertApi.post({
        message: `Not exported: ${writeRefusalOf(error).message}`,
        severity: 'error',
      });
    }
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
