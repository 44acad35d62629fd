import { parseAst } from 'vite';
import { type Api, allApis, allCss, type Feature } from './support';

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

interface Names {
  /** that code asks objects for: `a.name`, `{ name } = a` */
  readonly members: Set<string>;
  /** that it uses by themselves */
  readonly globals: Set<string>;
  /** `:name` in its texts: parts of selectors, perhaps */
  readonly selectors: Set<string>;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;
const nameOf = (node: unknown) => (isNode(node) && node.type === 'Identifier' ? String(node.name) : '');

function gather(node: Node, names: Names): void {
  const { members, globals, selectors } = names;
  const text = node.type === 'TemplateElement' ? (node.value as { cooked: string | null }).cooked : node.value;
  // a text with braces is a whole style sheet, whose rules stand by themselves
  if (typeof text === 'string' && !text.includes('{'))
    for (const [, name = ''] of text.matchAll(/(?<=^|[\w\])*\s(]):([a-z-]+)(?=[\s()[\]:.,>+~]|$)/g)) selectors.add(name);
  if (node.type === 'MemberExpression' && !node.computed) {
    members.add(nameOf(node.property));
    // `AbortSignal.any` is known whatever else has an `any`
    members.add(`${nameOf(node.object)}.${nameOf(node.property)}`);
  }
  if (node.type === 'ObjectPattern') {
    for (const property of node.properties as Node[]) if (!property.computed) members.add(nameOf(property.key));
  }
  if (node.type === 'Identifier') globals.add(nameOf(node));
  for (const [key, value] of Object.entries(node)) {
    // of `a.name` and `{ name: 1 }` the name is no global
    if ((key === 'property' || key === 'key') && !node.computed) continue;
    for (const child of [value].flat()) if (isNode(child)) gather(child, names);
  }
}

export function namesIn(code: string): Names {
  const names = { members: new Set<string>(), globals: new Set<string>(), selectors: new Set<string>() };
  gather(parseAst(code) as unknown as Node, names);
  return names;
}

/** Objects whose members scripts use by their name alone. */
const GLOBAL_OBJECTS = /^(Window|WorkerGlobalScope|DedicatedWorkerGlobalScope)$/;

/**
 * Interfaces whose members count: those that the page's objects have. Names of the others (of WebGPU, WebRTC, motion sensors …) are names of
 * our own and of the libraries' objects, too, and would fill the list with what is none of it.
 */
const WATCHED =
  /^(Window|(Dedicated)?WorkerGlobalScope|Navigator|Clipboard|History|Performance|Crypto|Document|ShadowRoot|Node|(HTML|SVG)?Element|HTML(Dialog|Input|Select|Form|Canvas|IFrame|Details|Template)Element|EventTarget|Event|AbortSignal|CSSStyleSheet|DOMRect|URL|URLSearchParams|Headers|Response|Request|Blob|File|ReadableStream|CanvasRenderingContext2D|Array|ArrayBuffer|TypedArray|Promise|Object|Map|Set|String|RegExp|Math|Number|Atomics|Intl|Symbol|Iterator|Error|PointerEvent|Animation)$/;

const isOld = ({ lackedBy }: Api) => lackedBy.length === 0;
const apis = allApis();
const oldMembers = new Set(apis.filter(isOld).map(({ member }) => member));
const newer = apis.filter((api) => !isOld(api) && (api.member === '' || WATCHED.test(api.owner)));

const newerSelectors = [...allCss().selectors.values()].filter(({ lackedBy }) => lackedBy.length > 0);

/**
 * APIs and selectors newer than the minimum that code seems to use. A member is known by its name alone, so a name that some older API has, too, says
 * nothing and is passed over.
 */
export function newerApisIn({ members, globals, selectors }: Names): readonly Feature[] {
  const used = newer.filter(({ owner, member }) => {
    if (member === '') return globals.has(owner);
    if (members.has(`${owner}.${member}`)) return true;
    if (oldMembers.has(member)) return false;
    return members.has(member) || (GLOBAL_OBJECTS.test(owner) && globals.has(member));
  });
  return [
    ...used,
    ...newerSelectors.filter(({ name }) => selectors.has(name)).map((feature) => ({ ...feature, name: `querySelector(':${feature.name}')` })),
  ];
}
