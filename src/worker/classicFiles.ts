/** Files by their path, as classic scripts leave them: code as it is, anything else in base64. */
type Files = Record<string, string | undefined>;

export function classicFiles(): Files {
  const scope = globalThis as { madLabFiles?: Files };
  scope.madLabFiles ??= {};
  return scope.madLabFiles;
}

/** Where the classic script of a file is, relative to the page. */
export const fileAddress = (path: string): string => `./embed/${path.replace(/\.js$/, '')}.js`;
