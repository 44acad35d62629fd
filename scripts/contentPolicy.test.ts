import { expect, it } from 'vitest';
import { hashOf, inlineTexts, withPolicy } from './contentPolicy';

const PAGE = '<head>\n    <meta charset="utf-8" />\n    <style>a{}</style>\n</head><script src="./x.js"></script><script>\nlet a\n</script>';

it('an inline script is allowed by the hash that browsers compute', () => {
  // the example of MDN's page on script-src
  expect(hashOf("alert('Hello, world.');")).toBe("'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='");
});

it('scripts and styles that stand in the page are found, not those with an address', () => {
  expect(inlineTexts(PAGE, 'script')).toEqual(['\nlet a\n']);
  expect(inlineTexts(PAGE, 'style')).toEqual(['a{}']);
});

it('the policy comes first, and once, however often it is written', () => {
  const told = withPolicy(withPolicy(PAGE, ["default-src 'none'", "img-src 'self'"]), ["default-src 'none'", "img-src 'self' "]);
  expect(told.match(/Content-Security-Policy/g)).toHaveLength(1);
  expect(told).toContain(
    `<meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self'" />\n    <style>`,
  );
  expect(() => withPolicy('<p>', [])).toThrow('charset');
});
