import { Route, Routes } from 'react-router-dom';
import {
  DeclareIncidentPage,
  EditIncidentPage,
  IncidentPage,
  IncidentsPage,
} from '../incidents';
import { NoSuchPage } from './NoSuchPage';

/** The pages below the tab Incidents. */
export function IncidentsRouter() {
  return (
    <Routes>
      <Route index element={<IncidentsPage />} />
      <Route path="new" element={<DeclareIncidentPage />} />
      <Route path=":id" element={<IncidentPage />} />
      <Route path=":id/edit" element={<EditIncidentPage />} />
      <Route path="*" element={<NoSuchPage />} />
    </Routes>
  );
}
