import { useEffect } from 'react';
import { useSearchParams } from 'react-router-dom';
import { focusField } from './ProblemSummary';

/** Opens the form at the field that the page's address names: `field=detectedAt`. */
export function useFocusedField(): void {
  const [params] = useSearchParams();
  const field = params.get('field');
  useEffect(() => {
    if (field) {
      focusField(field);
    }
  }, [field]);
}
