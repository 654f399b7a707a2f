import { pathOf } from './element';

/** Where a symbol lies. @public */
export interface SymbolBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The AND gate: a dome on a flat base. @public */
export function andGatePath({ x, y, width, height }: SymbolBox): string {
  const right = x + width;
  const base = y + height;
  const shoulder = y + height * 0.55;
  return pathOf`M${x} ${base}V${shoulder}C${x} ${y - height * 0.18} ${right} ${
    y - height * 0.18
  } ${right} ${shoulder}V${base}Z`;
}

/** The OR gate: a pointed arch on a hollow base. @public */
export function orGatePath({ x, y, width, height }: SymbolBox): string {
  const middle = x + width / 2;
  const right = x + width;
  const base = y + height;
  return pathOf`M${x} ${base}C${x} ${y + height * 0.45} ${x + width * 0.22} ${
    y + height * 0.15
  } ${middle} ${y}C${right - width * 0.22} ${y + height * 0.15} ${right} ${
    y + height * 0.45
  } ${right} ${base}Q${middle} ${base - height * 0.42} ${x} ${base}Z`;
}

/** The diamond of an event that is not developed. @public */
export function diamondPath({ x, y, width, height }: SymbolBox): string {
  return pathOf`M${x + width / 2} ${y}L${x + width} ${y + height / 2}L${
    x + width / 2
  } ${y + height}L${x} ${y + height / 2}Z`;
}

/** The triangle of a transfer to where the same gate is drawn in full. @public */
export function trianglePath({ x, y, width, height }: SymbolBox): string {
  return pathOf`M${x + width / 2} ${y}L${x + width} ${y + height}H${x}Z`;
}
