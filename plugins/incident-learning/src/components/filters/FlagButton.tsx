import { ReactNode } from 'react';
import Button from '@material-ui/core/Button';

/** Filters while it is pressed. */
export function FlagButton(props: {
  pressed: boolean;
  /** `true` to filter; undefined not to. */
  onChange: (value: 'true' | undefined) => void;
  children: ReactNode;
}) {
  const { pressed, onChange, children } = props;
  return (
    <Button
      variant={pressed ? 'contained' : 'outlined'}
      color={pressed ? 'primary' : 'default'}
      aria-pressed={pressed}
      onClick={() => onChange(pressed ? undefined : 'true')}
    >
      {children}
    </Button>
  );
}
