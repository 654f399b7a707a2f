const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A probability in two significant figures, such as `0.05` or `3.5×10⁻⁵`. */
export function formatProbability(probability: number): string {
  if (probability === 0 || probability >= 0.001) {
    const rounded = Number(probability.toPrecision(2));
    return rounded === 1 && probability < 1 ? '> 0.99' : String(rounded);
  }
  const [mantissa, exponent] = probability.toExponential(1).split('e-');
  const power = [...exponent]
    .map(digit => SUPERSCRIPTS[Number(digit)])
    .join('');
  return `${mantissa.replace('.0', '')}×10⁻${power}`;
}

/** Reads a probability as people write it: `0.01`, `0,01`, `1e-5`, `5 %`; nothing where it is none. */
export function readProbability(text: string): number | undefined {
  const match = /^\s*(\d*[.,]?\d+(?:e[+-]?\d+)?|\d+\.)\s*(%?)\s*$/i.exec(text);
  if (!match) {
    return undefined;
  }
  const value = Number(match[1].replace(',', '.')) / (match[2] ? 100 : 1);
  return value >= 0 && value <= 1 ? value : undefined;
}
