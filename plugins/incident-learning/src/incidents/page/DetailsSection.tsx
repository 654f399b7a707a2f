import { ReactNode } from 'react';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { Incident } from '@hindsight/backstage-plugin-incident-learning-common';
import { formatTime } from '../../components';
import { incidentsRouteRef } from '../../routes';
import { Facts, Section } from '../../components/layout';
import { PersonName } from '../../components/entities';

/** How the incident is classified and where its record comes from. */
export function DetailsSection({ incident }: { incident: Incident }) {
  const listPath = useRouteRef(incidentsRouteRef)();
  const alike = (filter: string, value: string | undefined): ReactNode =>
    value && (
      <Link
        to={`${listPath}?${new URLSearchParams({ [filter]: value })}`}
        title={`Incidents with ${value}`}
      >
        {value}
      </Link>
    );
  const { tags, source } = incident;
  return (
    <Section title="Details">
      <Facts
        facts={[
          ['Category', alike('category', incident.category) ?? 'not known'],
          [
            'Attack vector',
            alike('attackVector', incident.attackVector) ??
              (incident.kind === 'security' ? 'not known' : undefined),
          ],
          [
            'Tags',
            tags.length > 0
              ? tags.map((tag, index) => (
                  <span key={tag}>
                    {index > 0 && ', '}
                    {alike('tag', tag)}
                  </span>
                ))
              : undefined,
          ],
          ['Source', source && <SourceName source={source} />],
          ['Recorded', formatTime(incident.createdAt)],
          [
            'Recorded by',
            <PersonName key="by" entityRef={incident.createdBy} />,
          ],
          ['Last changed', formatTime(incident.updatedAt)],
          ['Revision', incident.revision],
        ]}
      />
    </Section>
  );
}

function SourceName({ source }: { source: NonNullable<Incident['source']> }) {
  const name = `${source.system} ${source.id}`;
  return source.url ? (
    <Link to={source.url} target="_blank" rel="noopener noreferrer">
      {name}
    </Link>
  ) : (
    <>{name}</>
  );
}
