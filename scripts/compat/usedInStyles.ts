import postcss from 'postcss';
import { allCss, type Feature } from './support';

const { properties, values, functions, selectors, atRules } = allCss();

const words = (text: string) => text.match(/[a-z][\w-]*/gi) ?? [];

/** Properties, values, functions, selectors and at-rules in a style sheet that are newer than the minimum. */
export function newerStylesIn(css: string): readonly Feature[] {
  const found = new Map<string, Feature>();
  const note = (feature: Feature | undefined) => feature && feature.lackedBy.length > 0 && found.set(feature.name, feature);
  const root = postcss.parse(css);
  root.walkDecls(({ prop, value }) => {
    if (prop.startsWith('-')) return;
    note(properties.get(prop));
    for (const word of words(value)) note(values.get(`${prop}: ${word}`));
    for (const [, name = ''] of value.matchAll(/([a-z][\w-]*)\(/gi)) note(functions.get(name));
  });
  root.walkRules(({ selector }) => {
    for (const [, name = ''] of selector.matchAll(/:{1,2}([a-z][\w-]*)/gi)) note(selectors.get(name));
  });
  root.walkAtRules(({ name }) => {
    note(atRules.get(name));
  });
  return [...found.values()];
}
