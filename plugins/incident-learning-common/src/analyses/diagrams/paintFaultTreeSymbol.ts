import { SvgElement, el } from './element';
import type { FaultTreeDiagramNode } from './faultTreeLayout';
import { formatProbability } from './format';
import { paintLines } from './paint';
import type { DiagramPalette } from './palette';
import { andGatePath, diamondPath, orGatePath, trianglePath } from './symbols';
import { textWidth } from './text';

/** The gate or event under a label. */
export function paintSymbol(
  node: FaultTreeDiagramNode,
  palette: DiagramPalette,
): SvgElement[] {
  const { symbol } = node;
  const middle = {
    x: symbol.x + symbol.width / 2,
    y: symbol.y + symbol.height / 2,
  };
  const outline = {
    fill: palette.background,
    stroke: palette.focusBorder,
    strokeWidth: 1.8,
    strokeLinejoin: 'round',
  };
  switch (node.role) {
    case 'and':
      return [
        el('path', { d: andGatePath(symbol), ...outline }),
        gateWord('AND', middle, 4, palette),
      ];
    case 'or':
      return [
        el('path', { d: orGatePath(symbol), ...outline }),
        gateWord('OR', middle, -1, palette),
      ];
    case 'transfer':
      return [el('path', { d: trianglePath(symbol), ...outline })];
    default:
      return paintEvent(node, middle, palette);
  }
}

function gateWord(
  word: string,
  middle: { x: number; y: number },
  dy: number,
  palette: DiagramPalette,
): SvgElement {
  return paintLines([word], {
    x: middle.x,
    y: middle.y - 7 + dy,
    fontSize: 10,
    lineHeight: 14,
    fill: palette.text,
    bold: true,
    anchor: 'middle',
  });
}

/** A circle, or a diamond while it is not developed; a single point of failure has a double, heavier outline. */
function paintEvent(
  node: FaultTreeDiagramNode,
  middle: { x: number; y: number },
  palette: DiagramPalette,
): SvgElement[] {
  const radius = node.symbol.width / 2;
  const stroke = node.singlePoint ? palette.cause : palette.focusBorder;
  const fill = node.singlePoint ? palette.causeFill : palette.background;
  const strokeWidth = node.singlePoint ? 3 : 1.8;
  const outline =
    node.role === 'undeveloped'
      ? el('path', { d: diamondPath(node.symbol), fill, stroke, strokeWidth })
      : el('circle', {
          cx: middle.x,
          cy: middle.y,
          r: radius,
          fill,
          stroke,
          strokeWidth,
        });
  const inner =
    node.singlePoint && node.role === 'basic'
      ? el('circle', {
          cx: middle.x,
          cy: middle.y,
          r: radius - 4.5,
          fill: 'none',
          stroke,
          strokeWidth: 1,
        })
      : undefined;
  const text =
    node.probability === undefined
      ? undefined
      : formatProbability(node.probability, 'short');
  return [
    outline,
    ...(inner ? [inner] : []),
    ...(text
      ? [
          paintLines([text], {
            x: middle.x,
            y: middle.y - 6,
            fontSize: Math.min(10, (2 * radius - 10) / textWidth(text, 1)),
            lineHeight: 12,
            fill: palette.text,
            anchor: 'middle',
          }),
        ]
      : []),
  ];
}
