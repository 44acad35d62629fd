import { createElement, memo } from 'react';
import { elementOf, hundredths } from './element';
import type { Shape } from './primitive';

/** Shapes as elements of SVG; drawn anew when the list is another one. */
export const Shapes = memo(function Shapes({ shapes }: { shapes: readonly Shape[] }) {
  return shapes.map((shape, at) => {
    const { tag, attributes, parts } = elementOf(shape, hundredths);
    const words = parts.map(({ text, fontWeight }) =>
      fontWeight === undefined ? (
        text
      ) : (
        <tspan key={text} fontWeight={fontWeight}>
          {text}
        </tspan>
      ),
    );
    // shapes are told apart by their order alone
    return createElement(tag, { key: at, ...attributes }, ...words);
  });
});
