import { readFileSync } from 'node:fs';
import { parseAst } from 'vite';
import { expect, it } from 'vitest';
import { pageScript, startingScript, withStartingScript } from './startingScript';

/** All that ES5 knows; anything newer would keep the one sentence from the browsers that need it. */
const ES5 =
  /^(Program|ExpressionStatement|CallExpression|FunctionExpression|FunctionDeclaration|BlockStatement|VariableDeclaration|VariableDeclarator|Identifier|Literal|MemberExpression|BinaryExpression|LogicalExpression|UnaryExpression|UpdateExpression|AssignmentExpression|ArrayExpression|ObjectExpression|Property|IfStatement|ForStatement|ReturnStatement|ConditionalExpression|ParenthesizedExpression|ThisExpression|TryStatement|CatchClause)$/;

interface Node {
  readonly type: string;
  readonly kind?: string;
  readonly optional?: boolean;
  readonly operator?: string;
}

function nodesIn(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.values(value).flatMap(nodesIn);
  return 'type' in value ? [value as unknown as Node, ...below] : below;
}

it.each(['before', 'starting'] as const)('%s, which old browsers read too, is ES5', (name) => {
  const nodes = nodesIn(parseAst(pageScript(name)));
  expect(nodes.length).toBeGreaterThan(50);
  const newer = nodes.filter(
    ({ type, kind, optional, operator }) =>
      !ES5.test(type) || kind === 'let' || kind === 'const' || optional || /^(\?\?|\*\*|&&=|\|\|=)/.test(operator ?? ''),
  );
  expect(newer).toEqual([]);
});

it('it stands in the page, the figure and the file once, after what it speaks through', () => {
  for (const path of ['index.html', 'src/embed/embed.html']) {
    const page = withStartingScript(readFileSync(path, 'utf8'));
    expect(page.split(startingScript()), path).toHaveLength(2);
    expect(page.indexOf('id="starting"'), path).toBeLessThan(page.indexOf(startingScript()));
  }
  expect(() => withStartingScript('<body></body>')).toThrow('stay blank');
});

it('names the same oldest browsers everywhere', () => {
  for (const path of ['README.md', 'index.html', 'src/embed/embed.html', 'src/start/starting.js']) {
    const text = readFileSync(path, 'utf8');
    for (const age of [/106/, /16\.4/, /115/]) expect(text, path).toMatch(age);
  }
});
