import { createContext, useContext } from 'react';
import type { IncidentForm } from './useIncidentForm';

const FormContext = createContext<IncidentForm | undefined>(undefined);

export const FormProvider = FormContext.Provider;

/** The form that a field stands in. */
export function useForm(): IncidentForm {
  const form = useContext(FormContext);
  if (!form) {
    throw new Error('A field stands outside of its form');
  }
  return form;
}

/** The id of the input of a field, to focus and to link to. */
export function fieldId(path: string): string {
  return `incident-${path.replace(/\./g, '-')}`;
}
