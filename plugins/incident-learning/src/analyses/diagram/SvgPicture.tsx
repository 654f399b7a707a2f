import { ReactElement, ReactNode, createElement } from 'react';
import type { SvgElement } from '@hindsight/backstage-plugin-incident-learning-common';

/** Draws a picture that is plain data; `root` goes to its outermost element. */
export function SvgPicture(props: {
  picture: SvgElement;
  root?: Record<string, unknown>;
}): ReactElement {
  const { tag, attributes, children } = props.picture;
  return createElement(
    tag,
    { ...attributes, ...props.root },
    ...children.map(draw),
  );
}

function draw(child: SvgElement | string): ReactNode {
  return typeof child === 'string'
    ? child
    : createElement(child.tag, child.attributes, ...child.children.map(draw));
}
