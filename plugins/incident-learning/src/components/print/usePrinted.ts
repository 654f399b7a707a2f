import { useEffect, useState } from 'react';

/** Whether somebody has begun to print the page. */
export function usePrinted(): boolean {
  const [printed, setPrinted] = useState(false);
  useEffect(() => {
    const begin = () => setPrinted(true);
    window.addEventListener('beforeprint', begin);
    return () => window.removeEventListener('beforeprint', begin);
  }, []);
  return printed;
}
