import type { Path } from '../fault';

export interface Text {
  readonly path: Path;
  readonly text: string;
}

/** All texts within a value. */
export function textsOf(value: unknown, path: Path = []): Text[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item, at) => textsOf(item, [...path, at]));
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, [...path, key]));
}
