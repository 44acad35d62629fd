import { existsSync, statSync } from 'node:fs';
import { dirname, join, normalize, posix } from 'node:path';
import { parseSync, Visitor } from 'vite';
import packageJson from '../package.json';

/** A module that a file names. `type`: erased by the compiler, so that nothing of it is bundled. */
export interface Import {
  readonly specifier: string;
  readonly type: boolean;
}

interface Layer {
  /** layers below `src/` that it may know, itself included */
  readonly knows: readonly string[];
  /** engine files of which it may take more than types; absent: all */
  readonly engineValues?: (file: string) => boolean;
  /** single files of other layers that it may know, too */
  readonly files?: readonly string[];
  /** packages that are no business of this layer */
  readonly forbidden?: RegExp;
}

/**
 * Plain data, text and sorting: the only engine code that belongs on the page. Everything else of the engine would bring models and metrics with it.
 * Descriptions and keys are all of that kind.
 */
const PAGE_SAFE = new Set([
  'src/engine/blocks.ts',
  'src/engine/catalogue.ts',
  'src/engine/chosen.ts',
  'src/engine/claims.ts',
  'src/engine/cures.ts',
  'src/engine/datasets/imageSets.ts',
  'src/engine/descriptions.ts',
  'src/engine/experiment.ts',
  'src/engine/experimentText.ts',
  'src/engine/changesText.ts',
  'src/engine/errors.ts',
  'src/engine/keyHelp.ts',
  'src/engine/laneValue.ts',
  'src/engine/keyText.ts',
  'src/engine/keyWords.ts',
  'src/engine/names.ts',
  'src/engine/notes.ts',
  'src/engine/numberText.ts',
  'src/engine/pointsText.ts',
  'src/engine/query.ts',
  'src/engine/refusal.ts',
  'src/engine/readable.ts',
  'src/engine/recipe.ts',
  'src/engine/registry.ts',
  'src/engine/settings.ts',
  'src/engine/text/choice.ts',
  'src/engine/text/ownText.ts',
  'src/engine/steps/freshDataOnly.ts',
  'src/engine/steps/schedule.ts',
  'src/engine/sweepPlan.ts',
  'src/engine/checked.ts',
  'src/engine/bandwidth.ts',
  'src/engine/truths.ts',
  'src/engine/text/choice.ts',
  'src/engine/text/ownText.ts',
  'src/engine/math/exp.ts',
  'src/engine/math/ln.ts',
  'src/engine/math/powersOfTwo.ts',
  'src/engine/math/quantile.ts',
  'src/engine/theory/optimalWeight.ts',
  'src/engine/theory/threshold.ts',
  'src/engine/treated.ts',
  'src/engine/MODEL.md',
]);

export const isPageSafe = (file: string): boolean => PAGE_SAFE.has(file) || /^src\/engine\/(keys\/.*|loops\/.*|.*\b(about|words))\.ts$/.test(file);

const FACE = /^(react|react-dom|zustand|recharts)(\/|$)/;

/**
 * `engine <- protocol <- worker`, `engine <- headless`, `engineClient <- store <- ui <- embed, main`; `results` and `presets` stand between engine and page.
 * `sound`: samples as notes; `python`: an experiment as a program; `files`: how classic scripts carry files; `frame`: what page and hosts know of the embed; `format`: numbers in words.
 */
const LAYERS: Record<string, Layer> = {
  engine: { knows: ['engine'], forbidden: FACE },
  protocol: { knows: ['engine', 'protocol'], engineValues: () => false, forbidden: FACE },
  backend: { knows: ['engine', 'backend'], forbidden: FACE },
  files: { knows: ['files'], engineValues: () => false, forbidden: FACE },
  worker: { knows: ['engine', 'protocol', 'backend', 'worker'], forbidden: FACE },
  format: { knows: ['format'], engineValues: () => false, forbidden: FACE },
  frame: { knows: ['frame'], files: ['src/engine/names.ts', 'src/engine/numberText.ts', 'src/engine/query.ts'], forbidden: /^[^.]/ },
  presets: { knows: ['engine', 'format', 'presets'], engineValues: isPageSafe, forbidden: FACE },
  results: { knows: ['engine', 'results'], engineValues: isPageSafe, forbidden: FACE },
  lessons: { knows: ['engine', 'format', 'results', 'lessons'], engineValues: isPageSafe, forbidden: FACE },
  sound: { knows: ['engine', 'sound'], engineValues: isPageSafe, forbidden: FACE },
  python: { knows: ['engine', 'format', 'python'], engineValues: isPageSafe, forbidden: FACE },
  headless: {
    knows: ['engine', 'backend', 'lessons', 'python', 'results', 'headless', 'version'],
    // what lessons may unlock
    files: ['src/ui/view/controls.ts'],
    forbidden: FACE,
  },
  engineClient: { knows: ['engine', 'protocol', 'files', 'results', 'engineClient'], engineValues: isPageSafe, forbidden: FACE },
  store: { knows: ['engine', 'protocol', 'engineClient', 'results', 'store'], engineValues: isPageSafe },
  ui: {
    knows: [
      'engine',
      'protocol',
      'files',
      'lessons',
      'results',
      'presets',
      'store',
      'offline',
      'frame',
      'format',
      'python',
      'sound',
      'ui',
      'version',
    ],
    engineValues: isPageSafe,
  },
  embed: { knows: ['engine', 'protocol', 'files', 'presets', 'store', 'frame', 'format', 'ui', 'embed'], engineValues: isPageSafe },
  // on other people's pages: next to nothing of ours, no package
  element: { knows: ['frame', 'element'], files: ['src/engine/names.ts'], forbidden: /^(?!react$)[^.]/ },
  host: { knows: ['host'], forbidden: /^[^.]/ },
  // on the pages for teachers, which read as well without
  teach: { knows: ['teach'], files: ['src/ui/share/codeOf.ts'], forbidden: /^[^.]/ },
  offline: { knows: ['offline'], forbidden: /^(react|react-dom|recharts)(\/|$)/ },
  version: { knows: ['version'] },
  main: { knows: ['engine', 'store', 'ui', 'main'], engineValues: isPageSafe },
};

/** Their last bits differ between browsers; `src/engine/math` has ones that don't. */
const INEXACT_MATH = /^(exp|expm1|log|log2|log10|log1p|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|asinh|acosh|atanh|pow|hypot|cbrt)$/;
/** tfjs functions that draw from a stream of their own. */
const OWN_RANDOMNESS = /^(random(Normal|Uniform|UniformInt|Gamma|StandardNormal)|truncatedNormal|multinomial|dropout)$/;
/** tfjs-layers, whose `fit` shuffles with Math.random. */
const LAYERS_MODEL = /^(LayersModel|loadLayersModel|sequential|fitDataset)$/;

/** `#…`: where package.json says they lead. */
const OWN_IMPORTS: Record<string, string | { default: string }> = packageJson.imports;

const isTest = (file: string) => /\.test\.tsx?$/.test(file);

function layerOf(file: string): string {
  if (/^src\/worker\/engine(Client|Guard|Health|Home|Home\.classic|Pool|Questions|Team|Workers)\.ts$/.test(file)) return 'engineClient';
  const [, folder = '', rest] = file.split('/');
  return rest === undefined ? folder.replace(/\.tsx?$/, '') : folder;
}

function parse(file: string, code: string) {
  const { program, errors } = parseSync(file, code);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  return program;
}

export function importsOf(file: string, code: string): Import[] {
  const found: Import[] = [];
  const add = (source: { value?: unknown } | null | undefined, kind?: string) => {
    if (typeof source?.value === 'string') found.push({ specifier: source.value, type: kind === 'type' });
  };
  new Visitor({
    ImportDeclaration: (node) => add(node.source, node.importKind),
    ExportNamedDeclaration: (node) => add(node.source, node.exportKind),
    ExportAllDeclaration: (node) => add(node.source, node.exportKind),
    ImportExpression: (node) => add('value' in node.source ? node.source : null),
    TSImportType: (node) => add(node.source, 'type'),
  }).visit(parse(file, code));
  return found;
}

/** The repository's file that an import names, or null for a package. */
export function resolveImport(file: string, specifier: string): string | null {
  const own = OWN_IMPORTS[specifier];
  if (own) return typeof own === 'string' ? own.slice(2) : own.default.slice(2);
  if (!specifier.startsWith('.')) return null;
  const path = normalize(join(dirname(file), specifier.replace(/\?.*$/, '')));
  const isFile = (candidate: string) => existsSync(candidate) && statSync(candidate).isFile();
  return posix.normalize([path, `${path}.ts`, `${path}.tsx`, join(path, 'index.ts')].find(isFile) ?? path);
}

function importProblems(file: string, { specifier, type }: Import): string[] {
  const layer = LAYERS[layerOf(file)];
  if (!layer) return [`no layer is known by the name ${layerOf(file)}`];
  const target = resolveImport(file, specifier);
  const problems: string[] = [];
  if (target?.startsWith('src/')) {
    const other = layerOf(target);
    if (!layer.knows.includes(other) && !layer.files?.includes(target)) problems.push(`${layerOf(file)} knows nothing of ${other} (${specifier})`);
    else if (isPageSafe(file) && other === 'engine' && !type && !isPageSafe(target))
      problems.push(`what the page may hold takes types alone from ${specifier}`);
    else if (other === 'engine' && !type && layer.engineValues && !layer.engineValues(target))
      problems.push(`${layerOf(file)} takes types alone from ${specifier}`);
  }
  if (layer.forbidden?.test(specifier)) problems.push(`${layerOf(file)} knows nothing of ${specifier}`);
  if (specifier.startsWith('@tensorflow/') && !type && layerOf(file) !== 'backend') problems.push(`only src/backend takes values from ${specifier}`);
  if (/tfjs-layers/.test(specifier)) problems.push('tfjs-layers shuffles with Math.random');
  return problems;
}

function languageProblems(file: string, code: string): string[] {
  const problems: string[] = [];
  const engine = layerOf(file) === 'engine';
  /** `Math` that is the object of a plain `Math.name`; any other use could hide a call */
  const plainMath = new Set<unknown>();
  const power = (operator: string) => {
    if (engine && operator.startsWith('**')) problems.push(`${operator} is inexact: multiply, or use src/engine/math`);
  };
  const named = (name: string) => {
    if (OWN_RANDOMNESS.test(name)) problems.push(`${name} draws past the seeded generator`);
    if (LAYERS_MODEL.test(name)) problems.push(`${name} trains with Math.random`);
  };
  new Visitor({
    MemberExpression: (node) => {
      const name = node.property.type === 'Identifier' && !node.computed ? node.property.name : null;
      if (name) named(name);
      if (node.object.type !== 'Identifier' || node.object.name !== 'Math' || !name) return;
      plainMath.add(node.object);
      if (name === 'random') problems.push('Math.random has no seed');
      if (engine && INEXACT_MATH.test(name)) problems.push(`Math.${name} differs between browsers: use src/engine/math`);
    },
    ImportSpecifier: (node) => {
      if (node.imported.type === 'Identifier') named(node.imported.name);
    },
    Identifier: (node) => {
      if (engine && node.name === 'Date') problems.push('the engine knows no Date');
      if (node.name === 'Math' && !plainMath.has(node)) problems.push('write Math.name in full, so that it can be checked');
    },
    BinaryExpression: (node) => power(node.operator),
    AssignmentExpression: (node) => power(node.operator),
    NewExpression: (node) => {
      if (node.callee.type === 'Identifier' && node.callee.name === 'Worker' && !/engineClient|headless/.test(layerOf(file)))
        problems.push('only src/worker/engineClient.ts constructs a Worker, and in Node a crew');
    },
  }).visit(parse(file, code));
  return problems;
}

/** What `file` (a path from the repository's root) does that the architecture forbids; tests may do all of it. */
export function problemsOf(file: string, code: string): string[] {
  if (isTest(file)) return [];
  const imports = importsOf(file, code).flatMap((entry) => importProblems(file, entry));
  return [...imports, ...languageProblems(file, code)].map((problem) => `${file}: ${problem}`);
}

/** The first circle of imports at run time, as a list of files that starts and ends with the same one; types may point anywhere. */
export function findCycle(graph: ReadonlyMap<string, readonly string[]>): string[] | null {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const next of graph.get(file) ?? []) {
      const cycle = visit(next, [...path, file]);
      if (cycle) return cycle;
    }
    done.add(file);
    return null;
  };
  for (const file of graph.keys()) {
    const cycle = visit(file, []);
    if (cycle) return cycle;
  }
  return null;
}
