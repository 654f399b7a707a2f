import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router-dom';
import { FakeLearningApi, pickFound, renderView } from '../__testUtils__';
import { LessonPage, LessonsPage, NewLessonPage } from '.';

const PAGE = '/incident-learning/lessons';

async function apiWithLessons() {
  const api = new FakeLearningApi({ incidents: [] });
  const { id } = await api.createLesson({
    statement: 'Watch expiry dates of certificates',
    detail: 'They end on a **Sunday**.',
    type: 'process',
    priority: 'critical',
    category: 'Certificates',
    owner: 'group:default/payments',
    tags: ['tls'],
    appliesTo: ['component:default/checkout'],
  });
  await api.publishLesson(id, 1);
  await api.createLesson({ statement: 'Rehearse the rollback' });
  return api;
}

function pages() {
  return (
    <Routes>
      <Route path={PAGE} element={<LessonsPage />} />
      <Route path={`${PAGE}/new`} element={<NewLessonPage />} />
      <Route path={`${PAGE}/:id`} element={<LessonPage />} />
    </Routes>
  );
}

const address = () => screen.getByLabelText('address');

describe('the list of lessons', () => {
  it('shows what others learned, and what of it is not settled yet', async () => {
    await renderView(pages(), { api: await apiWithLessons(), path: PAGE });
    const list = await screen.findByRole('list', { name: 'Lessons' });
    const [draft, published] = within(list).getAllByRole('listitem');
    expect(draft).toHaveTextContent('Rehearse the rollback');
    expect(draft).toHaveTextContent('Draft');
    expect(published).toHaveTextContent('Critical');
    expect(published).toHaveTextContent('Process');
    expect(published).toHaveTextContent('tls');
    expect(published).toHaveTextContent(/Owned by .*payments/);
    expect(published).not.toHaveTextContent('Draft');
    expect(
      within(published).getByRole('link', { name: /Watch expiry dates/ }),
    ).toHaveAttribute('href', `${PAGE}/lesson-1`);
    expect(screen.getByText('2 lessons')).toBeVisible();
  });

  it('searches by words that it keeps in the address, and shows where they are', async () => {
    await renderView(pages(), { api: await apiWithLessons(), path: PAGE });
    await userEvent.type(
      await screen.findByRole('searchbox', { name: 'Search' }),
      'EXPI cert',
    );
    expect(await screen.findByText('1 lesson')).toBeVisible();
    expect(address()).toHaveTextContent(`${PAGE}?q=EXPI+cert`);
    const list = screen.getByRole('list', { name: 'Lessons' });
    const marks = [...list.querySelectorAll('mark')];
    expect(marks.map(mark => mark.textContent)).toEqual([
      'expiry',
      'certificates',
      'Certificates',
    ]);
    await userEvent.click(
      screen.getByRole('button', { name: 'Remove the filter Text: EXPI cert' }),
    );
    expect(await screen.findByText('2 lessons')).toBeVisible();
  });

  it('reads its filters from the address', async () => {
    const path = `${PAGE}?type=process&type=nonsense&tag=tls&state=published&sort=relevance`;
    await renderView(pages(), { api: await apiWithLessons(), path });
    expect(await screen.findByText('1 lesson')).toBeVisible();
    const active = screen.getByRole('list', { name: 'Active filters' });
    expect(active).toHaveTextContent(
      'Type: ProcessTag: tlsOnly: PublishedClear all',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Clear all' }));
    expect(await screen.findByText('2 lessons')).toBeVisible();
  });

  it('says what to do where there is none, and tries again after an error', async () => {
    const api = new FakeLearningApi({ incidents: [] });
    api.failWith({ status: 503, name: 'ServiceUnavailable', message: 'Later' });
    await renderView(pages(), { api, path: PAGE });
    expect(await screen.findByText('Could not load the lessons')).toBeVisible();
    api.failWith();
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(await screen.findByText('No lessons yet')).toBeVisible();
  });
});

describe('a lesson', () => {
  it('is written down, published and changed', async () => {
    const api = await apiWithLessons();
    await renderView(pages(), { api, path: `${PAGE}/new` });
    const publish = await screen.findByRole('button', { name: 'Publish' });
    expect(publish).toBeDisabled();
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Lesson' }),
      'Name one owner',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Save as a draft' }),
    );
    expect(
      await screen.findByRole('heading', { name: 'Name one owner' }),
    ).toBeVisible();
    expect(screen.getByText(/A draft: others see/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Publish' }));
    await waitFor(() =>
      expect(screen.queryByText(/A draft/)).not.toBeInTheDocument(),
    );
    expect(
      screen.queryByRole('button', { name: 'Delete' }),
    ).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Edit' }));
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Category' }),
      'Ownership',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(
      await screen.findByRole('link', { name: 'Ownership' }),
    ).toBeVisible();
    expect(await api.getLesson('lesson-3')).toMatchObject({
      statement: 'Name one owner',
      category: 'Ownership',
      revision: 3,
    });
  });

  it('applies to entities found in the catalog, and to those it does not know', async () => {
    const api = await apiWithLessons();
    await renderView(pages(), { api, path: `${PAGE}/lesson-1` });
    await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));
    const field = screen.getByRole('combobox', { name: 'Applies to' });
    await pickFound(field, 'ledg', /^Ledger/);
    await userEvent.type(field, 'system:legacy/mainframe{enter}');
    const chosen = screen.getByRole('list', { name: 'Applies to' });
    await userEvent.click(
      within(chosen).getByRole('button', { name: /checkout/i }),
    );
    await userEvent.type(field, 'ledger{enter}');
    expect(await screen.findByText(/“ledger”/)).toBeVisible();
    await userEvent.clear(field);
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByRole('button', { name: 'Edit' });
    expect(await api.getLesson('lesson-1')).toMatchObject({
      appliesTo: ['component:default/ledger', 'system:legacy/mainframe'],
    });
  });

  it('is written once, however often publishing it fails', async () => {
    const api = await apiWithLessons();
    await renderView(pages(), { api, path: `${PAGE}/new` });
    const publishLesson = api.publishLesson.bind(api);
    api.publishLesson = async () => {
      throw new Error('The network is down');
    };
    await userEvent.type(
      await screen.findByRole('textbox', { name: 'Lesson' }),
      'Name one owner',
    );
    const publish = screen.getByRole('button', { name: 'Publish' });
    await userEvent.click(publish);
    expect(await screen.findByText('The network is down')).toBeVisible();
    api.publishLesson = publishLesson;
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Lesson' }),
      ' for each',
    );
    await userEvent.click(publish);
    expect(
      await screen.findByRole('heading', { name: 'Name one owner for each' }),
    ).toBeVisible();
    expect((await api.listLessons({})).items).toHaveLength(3);
  });

  it('tells what it is about, where it comes from and what came of it', async () => {
    const api = await apiWithLessons();
    await api.createAction({
      title: 'Alert on expiry',
      lessonId: 'lesson-1',
    });
    await renderView(pages(), { api, path: `${PAGE}/lesson-1` });
    expect(await screen.findByText('Sunday')).toBeVisible();
    expect(screen.getByRole('link', { name: 'tls' })).toHaveAttribute(
      'href',
      `${PAGE}?tag=tls`,
    );
    const [entity] = await screen.findAllByText('checkout');
    expect(entity).toBeVisible();
    expect(
      await screen.findByRole('link', { name: 'Alert on expiry' }),
    ).toBeVisible();
    expect(await screen.findByText(/wrote it down/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Copy link' })).toBeVisible();
  });

  it('keeps what two people change at once', async () => {
    const api = await apiWithLessons();
    await renderView(pages(), { api, path: `${PAGE}/lesson-2` });
    await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Lesson' }),
      ' weekly',
    );
    await api.updateLesson('lesson-2', 1, { category: 'Change' });
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    const theirs = await screen.findByRole('list', {
      name: 'What they have changed',
    });
    expect(theirs).toHaveTextContent('Category: now Change');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(
      await screen.findByRole('heading', {
        name: 'Rehearse the rollback weekly',
      }),
    ).toBeVisible();
    expect(await api.getLesson('lesson-2')).toMatchObject({
      statement: 'Rehearse the rollback weekly',
      category: 'Change',
    });
  });

  it('can be deleted as long as it is a draft', async () => {
    const api = await apiWithLessons();
    const { id } = await api.createLesson({
      statement: 'Of a report',
      reviewId: 'review-1',
    });
    await renderView(pages(), { api, path: `${PAGE}/${id}` });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Delete' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Delete' }),
    );
    await waitFor(() => expect(address()).toHaveTextContent(PAGE));
    await expect(api.getLesson(id)).rejects.toThrow();
  });

  it('of a published report is changed in all but what it says', async () => {
    const api = await apiWithLessons();
    const { id } = await api.createLesson({
      statement: 'Of a report',
      reviewId: 'review-1',
    });
    await api.publishLesson(id, 1);
    await renderView(pages(), { api, path: `${PAGE}/${id}` });
    await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));
    expect(
      screen.queryByRole('textbox', { name: 'Lesson' }),
    ).not.toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Amend the review' }),
    ).toHaveAttribute('href', '/incident-learning/reviews/review-1');
  });
});
