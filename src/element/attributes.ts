import { attributeName, plainName } from '../engine/names';

/** Attributes of every element, and ours that no experiment has. All others are keys of the experiment or of the view. */
const OTHERS =
  /^(id|class|style|title|lang|dir|slot|part|exportparts|hidden|inert|is|role|nonce|tabindex|draggable|popover|translate|spellcheck|autofocus|autocapitalize|autocorrect|accesskey|text|contenteditable|enterkeyhint|inputmode|item(id|prop|ref|scope|type)|src|width|height|loading|parent[-_]?origin|(data|aria|ng)-.*|on.*)$/;
/** Keys that choose how the frame looks: the frame reads them once, from its address. */
const VIEW = /^(theme|hide|lock|run|view|locale|compare|watch|background|poster|speed|at)$/;

/** `initial-real`: initialReal */
const toKey = (attribute: string): string => attribute.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

export const isKey = (attribute: string): boolean => /^[a-z]+([-_][a-z]+)*$/.test(attribute) && !OTHERS.test(attribute);

/** Whether the frame takes a new value only with a new address. */
export const isViewKey = (attribute: string): boolean => VIEW.test(plainName(attribute));

/** The keys that an element's attributes set. */
export function keysOf(element: Element, wanted: (attribute: string) => boolean = isKey): Record<string, string> {
  const attributes = [...element.attributes].filter(({ name }) => isKey(name) && wanted(name));
  return Object.fromEntries(attributes.map(({ name, value }) => [toKey(name), value]));
}

/** The attribute that holds a key: the one that is there, in whatever spelling, or a new one in kebab-case. */
export function attributeFor(element: Element, key: string): string {
  const there = [...element.attributes].find(({ name }) => plainName(name) === plainName(key));
  return there?.name ?? attributeName(key);
}

/** The frame's address: `src`, the keys, and whose commands it may take. Throws where `src` is no address of a page. */
export function addressOf(src: string, keys: Readonly<Record<string, string>>, origin: string): string {
  const address = new URL(src, document.baseURI);
  if (!/^(https?|file):$/.test(address.protocol)) throw new Error(`src must be the address of a page, not ${address.protocol}`);
  for (const [key, value] of Object.entries(keys)) address.searchParams.set(key, value);
  // a page without an origin of its own, from a disk or in a sandbox, can prove to no frame who it is
  if (origin !== 'null') address.searchParams.set('parentOrigin', origin);
  return address.href;
}
