import { act, render, screen } from '@testing-library/react';
import { ThemeProvider, createTheme, useTheme } from '@material-ui/core/styles';
import { Printable } from '.';

function Shown() {
  return <p>{useTheme().palette.type}</p>;
}

function tell(event: 'beforeprint' | 'afterprint') {
  act(() => {
    window.dispatchEvent(new Event(event));
  });
}

describe('Printable', () => {
  it('is light on paper, whatever it is on the screen', () => {
    render(
      <ThemeProvider theme={createTheme({ palette: { type: 'dark' } })}>
        <Printable title="The report">
          <Shown />
        </Printable>
      </ThemeProvider>,
    );
    const shown = screen.getByText('dark');
    tell('beforeprint');
    expect(shown).toHaveTextContent('light');
    tell('afterprint');
    expect(shown).toHaveTextContent('dark');
  });
});
