import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { useApi } from '@backstage/core-plugin-api';
import type { RiskActivation } from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, useApiData } from '../../api';
import { ErrorState, LoadingState, formatTime } from '../../components';
import { Section } from '../../components/layout';
import { PersonName } from '../../components/entities';
import { DataTable, formatThreshold, useDataTableStyles } from '../parts';

const PAGE_SIZE = 20;

/** Who let which profile decide, when and why. */
export function ActivationHistory(props: { version: number }) {
  const api = useApi(incidentLearningApiRef);
  const [shown, setShown] = useState(PAGE_SIZE);
  const { data, error, loading, retry } = useApiData(
    `${props.version} ${shown}`,
    async () => {
      const items: RiskActivation[] = [];
      let cursor: string | undefined;
      do {
        const page = await api.listRiskActivations({
          limit: PAGE_SIZE,
          cursor,
        });
        items.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor && items.length < shown);
      return { items, more: cursor !== undefined };
    },
  );
  return (
    <Section title="Activations">
      {error && (
        <ErrorState what="the activations" error={error} onRetry={retry} />
      )}
      {!data && !error && (
        <LoadingState what="the activations" variant="table" count={2} />
      )}
      {data && (
        <DataTable
          label="Activations"
          columns={[
            { header: 'Profile' },
            { header: 'Activated by' },
            { header: 'Reason' },
          ]}
        >
          {data.items.map(activation => (
            <ActivationRow key={activation.id} activation={activation} />
          ))}
        </DataTable>
      )}
      {data?.more && (
        <Button
          size="small"
          disabled={loading}
          onClick={() => setShown(shown + PAGE_SIZE)}
        >
          Load more
        </Button>
      )}
    </Section>
  );
}

function ActivationRow({ activation }: { activation: RiskActivation }) {
  const classes = useDataTableStyles();
  const { profileName, version, model, by, at, reason } = activation;
  return (
    <tr>
      <th scope="row">
        {profileName}, version {version}
        <div className={classes.quiet}>{formatThreshold(model.threshold)}</div>
      </th>
      <td>
        <PersonName entityRef={by} />
        <div className={classes.quiet}>{formatTime(at)}</div>
      </td>
      <td>{reason}</td>
    </tr>
  );
}
