import { expect, it } from 'vitest';
import { parseExperiment } from '../src/engine/experimentText';
import { LAW_RUNS } from './cureLaws';
import { OUTCOME_RUNS, outcomeFindings } from './cureOutcomes';
import { CureRuns } from './cureRuns';
import { passes } from './finding';

it('asks for experiments that are taken as they stand, each of them once', () => {
  const all = [...OUTCOME_RUNS, ...LAW_RUNS].map(({ keys, generations }) => ({ ...keys, generations: Math.max(...generations) }));
  for (const keys of all) expect(parseExperiment({ scores: 'none', ...keys }, 'headless').notes, JSON.stringify(keys)).toEqual([]);
  expect(new Set(all.map((keys) => JSON.stringify(keys))).size).toBe(all.length);
});

it('fails where a bound is crossed: no value passes both for recall that a cure keeps and for recall that it loses', () => {
  const always = (value: number) => ({ recall: value, confidence: value, modesAlive: value, shareBias: value, frechetDistance: value });
  for (const value of [0, 0.5, 1]) {
    const found = OUTCOME_RUNS.map(({ keys, generations: [t] }) => ({ [String(keys.loop)]: { [t]: [always(value)] } }));
    const findings = outcomeFindings(CureRuns.of(OUTCOME_RUNS, found));
    expect(findings.every((finding) => finding.cases > 0)).toBe(true);
    expect(findings.filter((finding) => !passes(finding)).length).toBeGreaterThan(5);
  }
});
