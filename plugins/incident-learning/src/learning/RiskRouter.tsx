import { Route, Routes } from 'react-router-dom';
import {
  ExperimentPage,
  ExperimentsPage,
  PrioritiesPage,
  ProfilesPage,
  WhatIfPage,
} from '../risk';
import { NoSuchPage } from './NoSuchPage';

/** The pages below the tab Risk. */
export function RiskRouter() {
  return (
    <Routes>
      <Route index element={<PrioritiesPage />} />
      <Route path="what-if" element={<WhatIfPage />} />
      <Route path="experiments" element={<ExperimentsPage />} />
      <Route path="experiments/:id" element={<ExperimentPage />} />
      <Route path="profiles" element={<ProfilesPage />} />
      <Route path="*" element={<NoSuchPage />} />
    </Routes>
  );
}
