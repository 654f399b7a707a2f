import useMediaQuery from '@material-ui/core/useMediaQuery';
import type { Theme } from '@material-ui/core/styles';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { Incident } from '@hindsight/backstage-plugin-incident-learning-common';
import { useKnownEntities } from '../../components/entities';
import { ReviewMarks } from '../../reviews/start';
import { incidentRouteRef } from '../../routes';
import { IncidentCards } from './IncidentCards';
import { IncidentRowsProps, IncidentTable } from './IncidentTable';
import type { IncidentListState, IncidentListView } from './useIncidentList';

/** The incidents of a list, as a table or, on a narrow screen, as cards. */
export function IncidentRows(props: {
  incidents: Incident[];
  list: IncidentListState;
  view: IncidentListView;
}) {
  const { incidents, list, view } = props;
  const narrow = useMediaQuery<Theme>(theme => theme.breakpoints.down('sm'));
  const hrefOf = useRouteRef(incidentRouteRef);
  const known = useKnownEntities(
    incidents.flatMap(({ entityRefs }) => entityRefs.slice(0, 1)),
  );
  const rows: IncidentRowsProps = {
    incidents,
    known,
    sort: list.sort,
    onSort: list.setSort,
    hrefOf: ({ id }) => hrefOf({ id }),
  };
  return (
    <ReviewMarks incidentIds={incidents.map(({ id }) => id)}>
      {narrow ? (
        <IncidentCards {...rows} />
      ) : (
        <IncidentTable view={view} {...rows} />
      )}
    </ReviewMarks>
  );
}
