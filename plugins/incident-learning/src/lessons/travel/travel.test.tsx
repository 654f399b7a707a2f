import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { mockApis } from '@backstage/test-utils';
import {
  CHECKOUT,
  FakeLearningApi,
  LEDGER,
  PAYMENTS,
  renderView,
  sampleIncidents,
} from '../../__testUtils__';
import { CoveragePage } from '../applications/CoveragePage';
import { LessonCoverageSection } from '../applications/LessonCoverageSection';
import { Anniversaries } from './Anniversaries';
import { EntityLessons } from './EntityLessons';
import { LessonOffers } from './LessonOffers';

async function apiWithLessons() {
  const api = new FakeLearningApi({ incidents: sampleIncidents() });
  const own = await api.createLesson({
    statement: 'Retries need a limit',
    appliesTo: [CHECKOUT],
  });
  const near = await api.createLesson({
    statement: 'Watch expiry dates',
    appliesTo: [LEDGER, CHECKOUT],
  });
  const far = await api.createLesson({
    statement: 'Rehearse the restore',
    appliesTo: [LEDGER],
  });
  return { api, own, near, far };
}

describe('lessons for a service', () => {
  it('say why they are shown, and are marked right there', async () => {
    const { api, far } = await apiWithLessons();
    await renderView(<EntityLessons entityRef={CHECKOUT} />, { api });
    const list = await screen.findByRole('list', {
      name: 'Lessons for this service',
    });
    const item = (statement: string) =>
      within(list)
        .getByRole('link', { name: statement })
        .closest('li') as HTMLElement;
    expect(item('Retries need a limit')).toHaveTextContent(
      /It is said to apply to checkout/i,
    );
    expect(item('Rehearse the restore')).toHaveTextContent(
      /A dependency: applies to ledger/i,
    );

    const mark = within(item('Rehearse the restore')).getByRole('button', {
      name: 'Mark: Rehearse the restore',
    });
    mark.focus();
    await userEvent.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(
      within(dialog).getByRole('radio', { name: /Not applicable/ }),
    );
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(
      await within(dialog).findByText(/The reason is missing/),
    ).toBeVisible();
    await userEvent.type(
      within(dialog).getByLabelText('Why it does not apply'),
      'It stores nothing',
    );
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));

    expect(await within(list).findByText('It stores nothing')).toBeVisible();
    expect(item('Rehearse the restore')).toHaveTextContent('Not applicable');
    expect(await api.listLessonApplications(far.id)).toMatchObject([
      { mark: 'not-applicable', entityRef: CHECKOUT },
    ]);
  });

  it('become an action when planned', async () => {
    const { api, own } = await apiWithLessons();
    await renderView(<EntityLessons entityRef={CHECKOUT} />, { api });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Mark: Retries need a limit' }),
    );
    await userEvent.click(screen.getByRole('radio', { name: /Planned/ }));
    await userEvent.type(
      screen.getByLabelText('Success criteria'),
      'None gives up late',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/\(idea\)/)).toBeVisible();
    const [mark] = await api.listLessonApplications(own.id);
    expect(await api.getAction(mark.actionId!)).toMatchObject({
      successCriteria: 'None gives up late',
    });
  });

  it('show what somebody else marked meanwhile before it is replaced', async () => {
    const { api, own } = await apiWithLessons();
    await renderView(<EntityLessons entityRef={CHECKOUT} />, { api });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Mark: Retries need a limit' }),
    );
    await userEvent.type(
      screen.getByLabelText('What was done'),
      'Limited to 3',
    );
    await api.applyLesson(own.id, {
      entityRef: CHECKOUT,
      note: 'Limited to 5',
    });
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/“Limited to 5”/)).toBeVisible();
    expect(screen.getByLabelText('What was done')).toHaveValue('Limited to 3');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Limited to 3')).toBeVisible();
    const [mark] = await api.listLessonApplications(own.id);
    expect(mark).toMatchObject({ note: 'Limited to 3', revision: 2 });
  });

  it('lead from a team to how far its lessons have come', async () => {
    const { api } = await apiWithLessons();
    await renderView(<EntityLessons entityRef={PAYMENTS} />, { api });
    expect(
      await screen.findByRole('link', { name: /How far lessons/ }),
    ).toHaveAttribute(
      'href',
      `/incident-learning/lessons/coverage?${new URLSearchParams({
        scope: PAYMENTS,
      })}`,
    );
    expect(screen.queryByRole('button', { name: /^Mark/ })).toBeNull();
  });

  it('say what will be here when there is none', async () => {
    const api = new FakeLearningApi({ incidents: [] });
    await renderView(<EntityLessons entityRef={CHECKOUT} />, { api });
    expect(await screen.findByText('No lessons yet')).toBeVisible();
  });
});

describe('offers of known lessons', () => {
  it('name the similar incident that taught them', async () => {
    const { api } = await apiWithLessons();
    await renderView(
      <LessonOffers incidentIds={['incident-4']} note="Known before" />,
      { api },
    );
    expect(
      await screen.findByRole('heading', { name: 'Known lessons' }),
    ).toBeVisible();
    expect(
      (await screen.findAllByText(/From a similar incident/))[0],
    ).toBeVisible();
    expect(screen.getAllByRole('button', { name: /^Mark:/ })).toHaveLength(3);
  });
});

describe('coverage', () => {
  it('of a lesson shows each service with its mark, earlier ones too', async () => {
    const { api, near } = await apiWithLessons();
    const mark = await api.applyLesson(near.id, {
      entityRef: CHECKOUT,
      note: 'Alarm in place',
    });
    await api.changeLessonApplication(near.id, mark.id, 1, {
      mark: 'not-applicable',
      note: 'No dates here',
    });
    await renderView(<LessonCoverageSection lesson={near} />, { api });
    expect(await screen.findByText('Applied by 0 of 1 (0 %)')).toBeVisible();
    expect(screen.getByText(/1 open, 1 not applicable/)).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Earlier marks' }),
    );
    expect(await screen.findByText(/Alarm in place/)).toBeVisible();

    await userEvent.click(
      screen.getAllByRole('button', { name: /^Mark: Watch/ })[0],
    );
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Applied by 1 of 1 (100 %)')).toBeVisible();
  });

  it('of all lessons puts the least covered first, and narrows to a service', async () => {
    const { api, own, near } = await apiWithLessons();
    await api.applyLesson(own.id, { entityRef: CHECKOUT });
    await api.applyLesson(near.id, { entityRef: CHECKOUT });
    await renderView(<CoveragePage />, { api });
    const list = await screen.findByRole('list', {
      name: 'Lessons, the least covered first',
    });
    expect(list).toHaveTextContent(
      /Rehearse the restore.*0 of 1.*Watch expiry dates.*1 of 2 \(50.0 %\).*Retries/,
    );
    expect(screen.getByText('Applied by 2 of 4 (50.0 %)')).toBeVisible();
    expect(screen.getByText(/among those to which it applies/)).toBeVisible();
  });

  it('of one service keeps it in the address', async () => {
    const { api } = await apiWithLessons();
    await renderView(<CoveragePage />, { api, path: `/?scope=${LEDGER}` });
    const list = await screen.findByRole('list', {
      name: 'Lessons, the least covered first',
    });
    expect(list).not.toHaveTextContent('Retries need a limit');
    await userEvent.click(screen.getAllByRole('button', { name: /Remove/ })[0]);
    expect(await screen.findByText('Retries need a limit')).toBeVisible();
    expect(screen.getByLabelText('address')).toHaveTextContent(/^\/$/);
  });
});

describe('anniversaries', () => {
  it('bring a lesson back with the incident of a year ago', async () => {
    const { api, own } = await apiWithLessons();
    const [incident] = (await api.listIncidents({})).items;
    const { id, title, entityRefs } = incident;
    api.anniversaries = [
      {
        lesson: own,
        years: 1,
        mine: true,
        incident: {
          id,
          title,
          severity: 'critical',
          at: '2024-03-18T09:00:00.000Z',
          entityRefs,
        },
      },
    ];
    await renderView(<Anniversaries />, { api });
    expect(
      await screen.findByRole('link', { name: 'Retries need a limit' }),
    ).toHaveAttribute('href', `/incident-learning/lessons/${own.id}`);
    expect(screen.getByText(/A year ago \(18 Mar 2024\)/)).toBeVisible();
    expect(screen.getByText(/Concerns you/)).toBeVisible();
  });

  it('say so when there is none', async () => {
    const { api } = await apiWithLessons();
    await renderView(<Anniversaries />, { api });
    expect(await screen.findByText(/No grave incident/)).toBeVisible();
  });
});

describe('lessons for a service of those who may not mark', () => {
  it('are read alone', async () => {
    const { api } = await apiWithLessons();
    const permissions = mockApis.permission({
      authorize: ({ permission }) =>
        permission.name === 'incident-learning.lesson.apply'
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
    });
    await renderView(<EntityLessons entityRef={CHECKOUT} />, {
      api,
      permissions,
    });
    await screen.findByRole('list', { name: 'Lessons for this service' });
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: /^Mark/ })).toBeNull(),
    );
  });
});
