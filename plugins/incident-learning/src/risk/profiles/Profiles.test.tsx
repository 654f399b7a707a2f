import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  FakeLearningApi,
  SAMPLE_NOW,
  renderView,
  sampleIncidents,
} from '../../__testUtils__';
import { PrioritiesPage } from '../priorities/PrioritiesPage';
import { ProfilesPage } from './ProfilesPage';

function api() {
  return new FakeLearningApi({
    incidents: sampleIncidents(),
    now: SAMPLE_NOW,
  });
}

describe('Profiles', () => {
  it('are created with weights that sum to 1, and activated for a reason', async () => {
    const of = api();
    await renderView(<ProfilesPage />, { api: of });

    await userEvent.click(
      await screen.findByRole('button', { name: 'Create profile' }),
    );
    const dialog = await screen.findByRole('dialog');
    fireEvent.change(within(dialog).getByLabelText('Name'), {
      target: { value: 'Exposure first' },
    });
    fireEvent.change(within(dialog).getByLabelText('Exposure'), {
      target: { value: '0.5' },
    });
    expect(within(dialog).getByText(/sum to 1.25 instead of 1/)).toBeVisible();
    expect(within(dialog).getByRole('button', { name: 'Save' })).toBeDisabled();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Make them sum to 1' }),
    );
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));

    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Activate version 1 of Exposure first',
      }),
    );
    const reason = await screen.findByRole('dialog');
    await userEvent.click(
      within(reason).getByRole('button', { name: 'Activate' }),
    );
    expect(
      within(reason).getByText('A reason is missing: write one'),
    ).toBeVisible();
    fireEvent.change(within(reason).getByLabelText('Reason'), {
      target: { value: 'Reach decides' },
    });
    await userEvent.click(
      within(reason).getByRole('button', { name: 'Activate' }),
    );
    const history = await screen.findByRole('table', { name: 'Activations' });
    expect(await within(history).findByText('Reach decides')).toBeVisible();
    const { activation } = await of.getRiskState();
    expect(activation.model.weights.exposure).toBe(0.4);
  });

  it('are not deleted while they decide', async () => {
    const of = api();
    await renderView(<ProfilesPage />, { api: of });

    await userEvent.click(
      await screen.findByRole('button', { name: 'Delete' }),
    );
    expect(
      await screen.findByText(/it cannot be deleted. Activate another/),
    ).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Delete profile' }),
    ).not.toBeInTheDocument();
    const [{ id, revision }] = await of.listRiskProfiles();
    await expect(of.deleteRiskProfile(id, revision)).rejects.toThrow();
  });
});

describe('Priorities', () => {
  it('show by what is decided, and incidents by score, with what is not known', async () => {
    await renderView(<PrioritiesPage />, {
      api: api(),
      path: '/incident-learning/risk',
    });

    const table = await screen.findByRole('table', {
      name: 'Incidents by risk',
    });
    const [, first] = within(table).getAllByRole('row');
    expect(first).toHaveTextContent('Ledger stops on a full disk');
    expect(first).toHaveTextContent('Priority');
    expect(first).toHaveTextContent('Exposure: not known');
    expect(first).toHaveTextContent('Severity: 1.00, derived');
    expect(
      await screen.findByText('of 7 scored incidents have priority'),
    ).toBeVisible();
    await userEvent.click(within(table).getByRole('button', { name: 'Score' }));
    expect(screen.getByLabelText('address')).toHaveTextContent(
      'sort=riskScore',
    );
  });
});
