import Button from '@material-ui/core/Button';
import Alert from '@material-ui/lab/Alert';
import { useApi } from '@backstage/core-plugin-api';
import type { RiskActivation } from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, refusalText, usePages } from '../../api';
import { Loaded, formatTime } from '../../components';
import { Section } from '../../components/layout';
import { PersonName } from '../../components/entities';
import { DataTable, formatThreshold, useDataTableStyles } from '../parts';

const FIRST = 20;

/** Who let which profile decide, when and why. */
export function ActivationHistory(props: { version: number }) {
  const api = useApi(incidentLearningApiRef);
  const pages = usePages(
    String(props.version),
    { shown: FIRST },
    ({ limit, cursor }) => api.listRiskActivations({ limit, cursor }),
  );
  const { hasMore, loadingMore, moreError, loadMore } = pages;
  return (
    <Section title="Activations">
      <Loaded what="the activations" variant="table" count={2} answer={pages}>
        {({ items }) => (
          <DataTable
            label="Activations"
            columns={[
              { header: 'Profile' },
              { header: 'Activated by' },
              { header: 'Reason' },
            ]}
          >
            {items.map(activation => (
              <ActivationRow key={activation.id} activation={activation} />
            ))}
          </DataTable>
        )}
      </Loaded>
      {moreError && (
        <Alert severity="error">
          Could not load more: {refusalText(moreError)}
        </Alert>
      )}
      {hasMore && (
        <Button size="small" disabled={loadingMore} onClick={loadMore}>
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
