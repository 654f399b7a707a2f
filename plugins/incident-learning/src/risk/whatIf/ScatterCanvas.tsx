import { useLayoutEffect, useRef } from 'react';
import { Theme, useTheme } from '@material-ui/core/styles';
import { MARK_CONTRAST, toneColor } from '../../components/palette';
import { DotColors, drawScatter } from './drawScatter';
import { ScatterDots } from './scatterLayout';

/** The colours by which dots are told apart, beside their shapes. */
export function useDotColors(): DotColors {
  const theme = useTheme<Theme>();
  const changed = toneColor(theme, 'warning', MARK_CONTRAST);
  return {
    rest: toneColor(theme, 'neutral', MARK_CONTRAST),
    priority: toneColor(theme, 'info', MARK_CONTRAST),
    becomes: changed,
    ceases: changed,
  };
}

/** All dots on one canvas: thousands of elements would take too long to follow a slider. */
export function ScatterCanvas(props: {
  dots: ScatterDots;
  width: number;
  height: number;
}) {
  const { dots, width, height } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const colors = useDotColors();
  const { rest, priority, becomes, ceases } = colors;
  const ratio = window.devicePixelRatio || 1;

  // Before the browser paints, so that dots and figures change together.
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context) {
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      drawScatter(context, dots, {
        width,
        height,
        colors: { rest, priority, becomes, ceases },
      });
    }
  }, [dots, width, height, ratio, rest, priority, becomes, ceases]);

  return (
    <canvas
      ref={canvas}
      width={Math.round(width * ratio)}
      height={Math.round(height * ratio)}
      style={{ position: 'absolute', inset: 0, width, height }}
      aria-hidden
    />
  );
}
