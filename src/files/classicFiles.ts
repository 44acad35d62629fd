/** Files by their path, as classic scripts leave them: code as it is, anything else in base64. */
type Files = Record<string, string | undefined>;

export function classicFiles(): Files {
  const scope = globalThis as { madLabFiles?: Files };
  scope.madLabFiles ??= {};
  return scope.madLabFiles;
}

/** Where the classic script of a file is, relative to the page. */
export const fileAddress = (path: string): string => `./embed/${path.replace(/\.js$/, '')}.js`;

/** The classic script that leaves a file; it may stand in a page, too. */
export const classicFile = (path: string, text: string): string =>
  `(globalThis.madLabFiles??={})[${JSON.stringify(path)}]=${JSON.stringify(text).replaceAll('</', '<\\/').replaceAll('<!--', '<\\!--')}`;

/** The address of a picture of ours: the picture itself where the page carries it. */
export function pictureAddress(path: string): string {
  const base64 = classicFiles()[path];
  return base64 === undefined ? path : `data:image/svg+xml;base64,${base64}`;
}
