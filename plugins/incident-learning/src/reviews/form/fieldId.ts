/** The id of the field of a review, such as `sections.summary`. */
export function fieldId(path: string): string {
  return `review-${path.replace(/[^a-zA-Z0-9-]/g, '-')}`;
}

/** Brings a field into view and the focus into it. */
export function focusField(path: string): void {
  const found = document.getElementById(fieldId(path));
  // Where something can be written rather than what stands before it.
  const target =
    found?.querySelector<HTMLElement>(
      'textarea:not([readonly]):not([aria-hidden]), input',
    ) ??
    found?.querySelector<HTMLElement>('button, a[href]') ??
    found;
  const field = found?.matches('input, textarea, button') ? found : target;
  field?.scrollIntoView?.({ block: 'center' });
  field?.focus({ preventScroll: true });
}
