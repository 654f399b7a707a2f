import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router-dom';
import { StorageApi, storageApiRef } from '@backstage/core-plugin-api';
import { Link } from '@backstage/core-components';
import { TestApiProvider, mockApis } from '@backstage/test-utils';
import type {
  IncidentInput,
  IncidentPatch,
} from '@hindsight/backstage-plugin-incident-learning-common';
import {
  FakeLearningApi,
  SAMPLE_NOW,
  renderView,
  sampleIncidents,
} from '../../../__testUtils__';
import { IncidentsRouter } from '../../../learning/IncidentsRouter';

/** Remembers what was sent, and can refuse it. */
export class WatchedApi extends FakeLearningApi {
  readonly created: IncidentInput[] = [];
  readonly patches: IncidentPatch[] = [];
  refusal?: Promise<Error>;

  async createIncident(input: IncidentInput) {
    if (this.refusal) {
      throw await this.refusal;
    }
    this.created.push(input);
    return super.createIncident(input);
  }

  async updateIncident(id: string, revision: number, patch: IncidentPatch) {
    this.patches.push(patch);
    return super.updateIncident(id, revision, patch);
  }
}

export function watchedApi() {
  return new WatchedApi({ incidents: sampleIncidents(), now: SAMPLE_NOW });
}

export function open(
  path: string,
  api: FakeLearningApi,
  storage: StorageApi = mockApis.storage(),
) {
  return renderView(
    <TestApiProvider apis={[[storageApiRef, storage]]}>
      <Link to="/elsewhere">Elsewhere</Link>
      <Routes>
        <Route
          path="/incident-learning/incidents/*"
          element={<IncidentsRouter />}
        />
        <Route path="/elsewhere" element={<p>Somewhere else</p>} />
      </Routes>
    </TestApiProvider>,
    { api, path: `/incident-learning/incidents/${path}` },
  );
}

export function field(name: string | RegExp) {
  return screen.findByLabelText(name, { selector: 'input, textarea' });
}

export async function fill(name: string | RegExp, text: string) {
  const input = await field(name);
  await userEvent.clear(input);
  await userEvent.paste(text);
  await userEvent.tab();
}

/** Sets a time: the browser's own input of a date and time takes no single keys here. */
export function setTime(label: string, value: string) {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
}

export async function address() {
  return (await screen.findByLabelText('address')).textContent;
}

export function press(name: string | RegExp) {
  return userEvent.click(screen.getByRole('button', { name }));
}
