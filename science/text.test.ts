import { expect, it } from 'vitest';
import { passes } from './finding';
import { referenceFindings } from './textReferences';

it('text agrees with all of the references', () => {
  const findings = referenceFindings();
  for (const finding of findings) expect(passes(finding), `${finding.what}: ${finding.worst}`).toBe(true);
  expect(findings.reduce((sum, { cases }) => sum + cases, 0)).toBeGreaterThan(1000);
});
