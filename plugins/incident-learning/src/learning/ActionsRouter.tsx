import { Route, Routes } from 'react-router-dom';
import { ActionPage, ActionsPage, NewActionPage } from '../actions';
import { NoSuchPage } from './NoSuchPage';

/** The pages below the tab Actions. */
export function ActionsRouter() {
  return (
    <Routes>
      <Route index element={<ActionsPage />} />
      <Route path="new" element={<NewActionPage />} />
      <Route path=":id" element={<ActionPage />} />
      <Route path="*" element={<NoSuchPage />} />
    </Routes>
  );
}
