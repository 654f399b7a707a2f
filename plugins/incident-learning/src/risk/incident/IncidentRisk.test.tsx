import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router-dom';
import {
  FakeLearningApi,
  SAMPLE_NOW,
  renderView,
  sampleIncidents,
} from '../../__testUtils__';
import { IncidentsRouter } from '../../learning/IncidentsRouter';

function open() {
  const api = new FakeLearningApi({
    incidents: sampleIncidents(),
    now: SAMPLE_NOW,
  });
  return renderView(
    <Routes>
      <Route
        path="/incident-learning/incidents/*"
        element={<IncidentsRouter />}
      />
    </Routes>,
    { api, path: '/incident-learning/incidents/incident-4' },
  ).then(() => api);
}

const factors = async () =>
  within(
    await screen.findByRole('list', { name: 'Risk factors' }),
  ).getAllByRole('listitem');

describe('The risk of an incident', () => {
  it('is derived by rules that a person overrides, and hands back', async () => {
    const api = await open();

    expect((await factors())[1]).toHaveTextContent(
      'Severity1.00Derived by rule',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Override Severity' }),
    );
    const field = screen.getByLabelText('Severity, 0 to 1');
    fireEvent.change(field, { target: { value: '1.0001' } });
    await userEvent.click(screen.getByRole('button', { name: 'Set' }));
    expect(
      screen.getByText('1.0001 is no factor: write a number from 0 to 1'),
    ).toBeVisible();
    fireEvent.change(field, { target: { value: '0.4' } });
    await userEvent.click(screen.getByRole('button', { name: 'Set' }));
    expect(
      await screen.findByRole('button', {
        name: 'Derive it by the rules: Severity',
      }),
    ).toBeVisible();
    expect((await factors())[1]).toHaveTextContent('0.40Stated by a person');
    expect((await api.getIncident('incident-4')).riskFactors).toEqual({
      severity: 0.4,
    });

    await userEvent.click(
      screen.getByRole('button', { name: 'Derive it by the rules: Severity' }),
    );
    expect(
      await screen.findByText('1.00', { selector: 'li:nth-child(2) *' }),
    ).toBeVisible();
    expect((await api.getIncident('incident-4')).riskFactors).toBeUndefined();
  });

  it('has its decisions on record, put right by later ones, and on the timeline', async () => {
    await open();

    await userEvent.click(
      await screen.findByRole('button', { name: 'Record a decision' }),
    );
    const dialog = await screen.findByRole('dialog');
    const record = within(dialog).getByRole('button', { name: 'Record' });
    await userEvent.click(record);
    expect(within(dialog).getByText('is missing: say when')).toBeVisible();
    expect(
      within(dialog).getByText('is missing: name who decided'),
    ).toBeVisible();

    fireEvent.change(within(dialog).getByLabelText('Containment option'), {
      target: { value: 'Move postings to the spare disk' },
    });
    await userEvent.click(
      await within(dialog).findByRole('button', { name: 'It was me' }),
    );
    fireEvent.change(within(dialog).getByLabelText('Decided (UTC)'), {
      target: { value: '2024-06-11T05:00' },
    });
    await userEvent.click(record);

    const list = await screen.findByRole('list', {
      name: 'Containment decisions',
    });
    expect(
      await within(list).findByText('Move postings to the spare disk'),
    ).toBeVisible();
    expect(screen.getByRole('table', { name: 'Timeline' })).toHaveTextContent(
      'Containment approved: Move postings to the spare disk',
    );

    await userEvent.click(
      screen.getByRole('button', {
        name: 'Put right: Move postings to the spare disk',
      }),
    );
    const correction = await screen.findByRole('dialog');
    fireEvent.change(within(correction).getByLabelText('Containment option'), {
      target: { value: 'Stop all postings' },
    });
    await userEvent.click(
      within(correction).getByRole('button', { name: 'Record' }),
    );
    expect(await within(list).findByText('Stop all postings')).toBeVisible();
    expect(list).toHaveTextContent('put right by a later record');
    expect(
      screen.getByRole('table', { name: 'Timeline' }),
    ).not.toHaveTextContent('spare disk');
  });
});
