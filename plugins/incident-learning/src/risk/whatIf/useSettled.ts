import { useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';

const PAUSE_MS = 250;

/** The value as it was when it last rested: for what takes long to draw and is read only then. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useDebounce(() => setSettled(value), PAUSE_MS, [value]);
  return settled;
}
