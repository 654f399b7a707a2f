import { useCallback, useEffect, useRef } from 'react';

/**
 * Lets something wait while the pointer is down. What appears as a field loses
 * the focus would else move the button away that is being pressed.
 *
 * @returns runs its argument at once, or when the pointer is let go
 */
export function usePointerUp(): (run: () => void) => void {
  const down = useRef(false);
  const waiting = useRef<(() => void)[]>([]);

  useEffect(() => {
    const press = () => {
      down.current = true;
    };
    const release = () => {
      down.current = false;
      // The click comes after this event.
      setTimeout(() => waiting.current.splice(0).forEach(run => run()));
    };
    window.addEventListener('pointerdown', press, true);
    window.addEventListener('pointerup', release, true);
    window.addEventListener('pointercancel', release, true);
    return () => {
      window.removeEventListener('pointerdown', press, true);
      window.removeEventListener('pointerup', release, true);
      window.removeEventListener('pointercancel', release, true);
    };
  }, []);

  return useCallback(run => {
    if (down.current) {
      waiting.current.push(run);
    } else {
      run();
    }
  }, []);
}
