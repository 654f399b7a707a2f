import { useLayoutEffect, useMemo, useRef } from 'react';
import { Theme, useTheme } from '@material-ui/core/styles';
import { MARK_CONTRAST, toneColor } from '../../components/palette';
import { DotColors, drawScatter } from './drawScatter';
import { ScatterDots } from './scatterLayout';
import { createStamps, stampScatter } from './stampScatter';

/** From so many dots on they are small, and stamped. */
const MANY = 1500;

/** The colours by which dots are told apart, beside their shapes. */
export function useDotColors(): DotColors {
  const theme = useTheme<Theme>();
  return useMemo(() => {
    const changed = toneColor(theme, 'warning', MARK_CONTRAST);
    return {
      rest: toneColor(theme, 'neutral', MARK_CONTRAST),
      priority: toneColor(theme, 'info', MARK_CONTRAST),
      becomes: changed,
      ceases: changed,
    };
  }, [theme]);
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
  const ratio = window.devicePixelRatio || 1;
  const many = dots.kind.length > MANY;
  const stamps = useMemo(
    () => (many ? createStamps(colors, ratio) : undefined),
    [many, colors, ratio],
  );
  const image = useRef<ImageData>();

  // Before the browser paints, so that dots and figures change together.
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) {
      return;
    }
    if (!stamps) {
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      drawScatter(context, dots, { width, height, colors });
      return;
    }
    const size = context.canvas;
    if (
      image.current?.width !== size.width ||
      image.current.height !== size.height
    ) {
      image.current = context.createImageData(size.width, size.height);
    }
    stampScatter(image.current, dots, stamps);
    context.putImageData(image.current, 0, 0);
  }, [dots, width, height, ratio, colors, stamps]);

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
