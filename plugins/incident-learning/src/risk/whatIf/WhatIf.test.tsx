import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Routes, Route } from 'react-router-dom';
import {
  FakeLearningApi,
  SAMPLE_NOW,
  renderView,
  sampleIncidents,
} from '../../__testUtils__';
import { RiskRouter } from '../../learning/RiskRouter';

const PAGE = '/incident-learning/risk/what-if';

/** Two incidents that exposure alone tells apart, and one that is grave. */
function api() {
  const factors = {
    severity: 0.2,
    controlGap: 0.2,
    activity: 0.2,
    businessImpact: 0.2,
  };
  return new FakeLearningApi({
    now: SAMPLE_NOW,
    incidents: [
      {
        title: 'Grave but out of reach',
        severity: 'critical',
        riskFactors: { ...factors, severity: 1, exposure: 0 },
      },
      {
        title: 'Open to the world',
        severity: 'low',
        riskFactors: { ...factors, exposure: 0.7 },
      },
      { title: 'Of no account', riskFactors: { ...factors, exposure: 0 } },
    ],
  });
}

function open(path = PAGE, of = api()) {
  return renderView(
    <Routes>
      <Route path="/incident-learning/risk/*" element={<RiskRouter />} />
    </Routes>,
    { api: of, path },
  );
}

const figure = (name: string) => screen.getByRole('group', { name });

// The environment has no canvas; what it shows is looked at in a browser.
beforeAll(() => {
  HTMLCanvasElement.prototype.getContext = () => null;
});

describe('What if', () => {
  it('shows before and after at once, and keeps the scenario in the address', async () => {
    await open();

    await screen.findByText('Move a slider to see what it would change.');
    expect(figure('Priority')).toHaveTextContent('1of 3 scored incidents');
    expect(screen.getByRole('slider', { name: 'Exposure' })).toHaveAttribute(
      'aria-valuenow',
      '0.25',
    );

    const field = screen.getByRole('textbox', { name: 'Exposure, number' });
    fireEvent.change(field, { target: { value: '0.6' } });
    const becomes = screen.getByRole('table', { name: 'Become priority' });
    expect(becomes).toHaveTextContent('Open to the world');
    expect(becomes).toHaveTextContent('2 → 1up 1');
    expect(
      screen.getByRole('table', { name: 'Cease to be priority' }),
    ).toHaveTextContent('Grave but out of reach');
    expect(figure('Become priority')).toHaveTextContent('1incident');
    expect(screen.getByRole('slider', { name: 'Severity' })).toHaveAttribute(
      'aria-valuetext',
      '0.133',
    );
    await waitFor(() =>
      expect(screen.getByLabelText('address')).toHaveTextContent(
        `${PAGE}?weights=0.6%2C0.133333%2C0.106667%2C0.08%2C0.08`,
      ),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Reset' }));
    expect(screen.getByText('No incident gains priority.')).toBeInTheDocument();
  });

  it('moves by the arrow keys, and says what no weight can be', async () => {
    await open();

    const slider = await screen.findByRole('slider', { name: 'Exposure' });
    fireEvent.keyDown(slider, { key: 'ArrowRight' });
    expect(slider).toHaveAttribute('aria-valuenow', '0.26');

    const field = screen.getByRole('textbox', { name: 'Exposure, number' });
    fireEvent.change(field, { target: { value: '1.2' } });
    expect(screen.getByRole('alert')).toHaveTextContent(
      '1.2 is no weight: weights go from 0 to 1',
    );
    expect(slider).toHaveAttribute('aria-valuenow', '0.26');
  });

  it('tells what is wrong with an address, the data as a table, and what would flip', async () => {
    await open(`${PAGE}?threshold=quantile:1.2&weights=0.6,0.1,0.1,0.1,0.1`);

    expect(
      await screen.findByText(/Threshold “quantile:1.2” of the address/),
    ).toHaveTextContent('It stands as in Standard, version 1 (active).');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show as table' }),
    );
    const [, first] = within(
      screen.getByRole('table', { name: /Incidents by score/ }),
    ).getAllByRole('row');
    expect(first).toHaveTextContent('Open to the world1');
    expect(await screen.findByText(/decisions could flip/)).toBeVisible();
    const flips = screen.getByRole('table', {
      name: 'Decisions that could flip',
      hidden: true,
    });
    expect(flips).toHaveTextContent('ceases to be priority');
  });

  it('is saved with a reflection, adopted once that is complete, and decides then', async () => {
    const of = api();
    await open(`${PAGE}?weights=0.6,0.1,0.1,0.1,0.1`, of);

    await userEvent.click(
      await screen.findByRole('button', { name: 'Save as experiment' }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByLabelText('What changed?')).toHaveValue(
      'Weights: Exposure from 0.25 to 0.60, Severity from 0.25 to 0.10, Control gap from 0.20 to 0.10, Activity from 0.15 to 0.10, Business impact from 0.15 to 0.10.',
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Save experiment' }),
    );
    expect(
      within(dialog).getByText('A title is missing: name what is tried'),
    ).toBeVisible();
    fireEvent.change(within(dialog).getByLabelText('Title'), {
      target: { value: 'Exposure first' },
    });
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Save experiment' }),
    );

    const missing = await screen.findByRole('list', {
      name: 'Missing for adoption',
    });
    expect(missing).toHaveTextContent('“Interpretation” is blank');
    expect(missing).not.toHaveTextContent('Metric before');
    expect(
      screen.getByRole('button', { name: 'Adopt as profile' }),
    ).toBeDisabled();

    for (const name of [
      'Interpretation',
      'Limit of the data',
      'Evidence needed next',
      'Deployment risk that this data cannot show',
    ]) {
      fireEvent.change(screen.getByLabelText(name), {
        target: { value: `${name}, thought through.` },
      });
    }
    await userEvent.click(
      screen.getByRole('button', { name: 'Save reflection' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Adopt as profile' }),
    );
    const adoption = await screen.findByRole('dialog');
    await userEvent.click(
      within(adoption).getByRole('button', { name: 'Adopt' }),
    );
    expect(
      within(adoption).getByText('A note is missing: say why it is adopted'),
    ).toBeVisible();
    fireEvent.change(within(adoption).getByLabelText('Note'), {
      target: { value: 'Reachable things are hit first' },
    });
    await userEvent.click(within(adoption).getByRole('checkbox'));
    await userEvent.click(
      within(adoption).getByRole('button', { name: 'Adopt' }),
    );

    expect(
      await screen.findByRole('heading', { name: 'Adopted' }),
    ).toBeVisible();
    const { activation } = await of.getRiskState();
    expect(activation.profileName).toBe('Exposure first');
    expect(activation.model.weights.exposure).toBeCloseTo(0.6, 12);
  });

  it('says what to do where there is nothing to weigh, and tries again after an error', async () => {
    const of = new FakeLearningApi({ incidents: sampleIncidents().slice(-1) });
    of.failWith({ status: 503, name: 'ServiceUnavailable', message: 'Later' });
    await open(PAGE, of);

    expect(
      await screen.findByText('Could not load the incidents to weigh'),
    ).toBeVisible();
    of.failWith();
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(await screen.findByText('No incident to weigh')).toBeVisible();
  });
});
