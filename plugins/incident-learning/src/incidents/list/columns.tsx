import { ReactNode } from 'react';
import type {
  Incident,
  IncidentSort,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { SeverityChip, StatusChip } from '../../components';
import type { KnownEntities } from '../../components/entities';
import { FactorBars } from '../../risk/parts/FactorBars';
import { ScoreValue } from '../../risk/parts/ScoreValue';
import { Duration, IncidentDate, PrimaryEntity } from './cells';
import type { IncidentListView } from './useIncidentList';

/** A column of the table of incidents, beside that of their titles. */
export interface IncidentColumn {
  label: string;
  sort?: IncidentSort;
  /** What it holds, which decides how wide it is. */
  holds?: 'number' | 'date' | 'entity';
  /** Whether its header may break into two lines. */
  narrow?: boolean;
  cell: (incident: Incident, known: KnownEntities) => ReactNode;
}

const SEVERITY: IncidentColumn = {
  label: 'Severity',
  sort: 'severity',
  cell: ({ severity }) => <SeverityChip severity={severity} />,
};

const STATUS: IncidentColumn = {
  label: 'Status',
  cell: ({ status }) => <StatusChip status={status} />,
};

const DETECTED: IncidentColumn = {
  label: 'Detected',
  sort: 'periodAt',
  holds: 'date',
  cell: incident => <IncidentDate incident={incident} />,
};

const PRIMARY_ENTITY: IncidentColumn = {
  label: 'Primary entity',
  holds: 'entity',
  cell: (incident, known) => (
    <PrimaryEntity incident={incident} known={known} />
  ),
};

/** The columns of each view. */
export const INCIDENT_COLUMNS: Record<IncidentListView, IncidentColumn[]> = {
  response: [
    SEVERITY,
    STATUS,
    DETECTED,
    {
      label: 'Time to detect',
      sort: 'timeToDetectMs',
      holds: 'number',
      narrow: true,
      cell: ({ timeToDetectMs }) => <Duration ms={timeToDetectMs} />,
    },
    {
      label: 'Time to contain',
      sort: 'timeToContainMs',
      holds: 'number',
      narrow: true,
      cell: ({ timeToContainMs }) => <Duration ms={timeToContainMs} />,
    },
    PRIMARY_ENTITY,
  ],
  risk: [
    {
      label: 'Score',
      sort: 'riskScore',
      holds: 'number',
      cell: ({ risk }) => <ScoreValue risk={risk} />,
    },
    { label: 'Factors', cell: ({ risk }) => <FactorBars risk={risk} /> },
    SEVERITY,
    STATUS,
    DETECTED,
    PRIMARY_ENTITY,
  ],
};
