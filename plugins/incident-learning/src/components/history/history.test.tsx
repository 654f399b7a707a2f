import { screen, within } from '@testing-library/react';
import { FakeIncidentLearningApi, renderView } from '../../__testUtils__';
import { ACTION_WORDS } from '../../actions/words';
import { INCIDENT_WORDS } from '../../incidents/words';
import { LESSON_WORDS } from '../../lessons/words';
import { FieldChanges, FieldWords } from '.';

describe('FieldChanges', () => {
  async function tell(
    words: FieldWords,
    path: string,
    from: unknown,
    to: unknown,
  ): Promise<string> {
    const { unmount } = await renderView(
      <FieldChanges change={{ changes: [{ path, from, to }] }} words={words} />,
      { api: new FakeIncidentLearningApi() },
    );
    const text = (await screen.findByRole('listitem')).textContent ?? '';
    unmount();
    return text;
  }

  it('tells values in the words of the pages', async () => {
    expect(await tell(ACTION_WORDS, 'status', 'open', 'in-progress')).toBe(
      'Status: from Open to In progress',
    );
    expect(await tell(ACTION_WORDS, 'dueDate', undefined, '2026-02-01')).toBe(
      'Due date: from nothing to 1 Feb 2026',
    );
    expect(await tell(LESSON_WORDS, 'priority', 'low', 'critical')).toBe(
      'Priority: from Low to Critical',
    );
    expect(
      await tell(INCIDENT_WORDS, 'precision', {}, { detectedAt: 'day' }),
    ).toBe('Precision of the times: from nothing to detected: to the day');
    expect(await tell(INCIDENT_WORDS, 'title', 'Open', 'open')).toBe(
      'Title: from Open to open',
    );
  });

  it('leads to the entities that a change names', async () => {
    await renderView(
      <FieldChanges
        change={{
          changes: [
            {
              path: 'entityRefs',
              from: ['component:default/cart'],
              to: ['component:default/cart', 'component:default/checkout'],
            },
          ],
        }}
        words={INCIDENT_WORDS}
      />,
      { api: new FakeIncidentLearningApi() },
    );
    const change = await screen.findByRole('listitem');
    expect(
      within(change).getByRole('link', { name: /checkout/ }),
    ).toHaveAttribute('href', '/catalog/default/component/checkout');
  });
});
