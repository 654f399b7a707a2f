import { MutableRefObject } from 'react';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import Link from '@material-ui/core/Link';
import { formatQuantity } from '../../components';
import { fieldName } from '../words';
import { fieldId } from './FormContext';
import type { Problems } from './validate';

/** What keeps the form from being saved, each with a way to its field. */
export function ProblemSummary(props: {
  problems: Problems;
  focusRef: MutableRefObject<HTMLDivElement | null>;
}) {
  const problems = Object.entries(props.problems);
  return (
    <div
      ref={props.focusRef}
      tabIndex={-1}
      style={{
        outline: 'none',
        // Empty, it would take a gap of the form's.
        display: problems.length > 0 ? 'block' : 'none',
      }}
    >
      {problems.length > 0 && (
        <Alert severity="error">
          <AlertTitle>
            {formatQuantity(problems.length, 'field')} to correct
          </AlertTitle>
          <ul style={{ margin: 0, paddingLeft: 20 }}>
            {problems.map(([path, message]) => (
              <li key={path}>
                <Link
                  component="button"
                  type="button"
                  color="inherit"
                  underline="always"
                  variant="body2"
                  style={{ textAlign: 'left' }}
                  onClick={() => focusField(path)}
                >
                  {fieldName(path)} {message}
                </Link>
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </div>
  );
}

/** Puts the focus on the input of a field, or of the list it stands in. */
export function focusField(path: string): void {
  for (
    let at = path;
    at;
    at = at.includes('.') ? at.slice(0, at.lastIndexOf('.')) : ''
  ) {
    const input = document.getElementById(fieldId(at));
    if (input) {
      input.closest('details')?.setAttribute('open', '');
      input.scrollIntoView?.({ block: 'center' });
      input.focus({ preventScroll: true });
      return;
    }
  }
}
