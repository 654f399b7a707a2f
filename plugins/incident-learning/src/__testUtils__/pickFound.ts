import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

/**
 * Searches for an entity and picks the only one that is found. What was found for fewer letters is waited out: it is
 * replaced under the pointer.
 */
export async function pickFound(
  field: HTMLElement,
  text: string,
  name: RegExp,
): Promise<void> {
  await userEvent.type(field, text);
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
  await userEvent.click(screen.getByRole('option', { name }));
}
