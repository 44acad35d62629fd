/** All runs of a lesson, with what they compute, and what is wrong with their queries. */

import type { Experiment } from '../../engine/experiment';
import { isViewKey, parseQuery } from '../../engine/experimentText';
import { plainName } from '../../engine/names';
import { readQuery } from '../../engine/query';
import { describe } from '../../engine/refusal';
import type { Fault, Path } from '../fault';
import type { Lesson } from '../lesson';

export interface KnownRun {
  /** `step`, or `step.run` where a step has several */
  readonly name: string;
  /** the number of its step */
  readonly step: number;
  readonly experiment: Experiment;
}

export interface RunTable {
  readonly runs: readonly KnownRun[];
  readonly faults: readonly Fault[];
}

/** Stands for the number of a pupil's desk. */
const DESK = /(^|&)seed=DESK(?=&|$)/;

/** What is wrong with a query by itself: readers of links forgive what a lesson need not have. */
function faultsIn(query: string, path: Path): Fault[] {
  const seen = new Set<string>();
  return query.split('&').flatMap((pair): Fault[] => {
    const [name = ''] = pair.split('=', 1);
    const plain = plainName(name);
    const twice = seen.has(plain);
    seen.add(plain);
    if (!/^[\w-]+=[^&?#\s]+$/.test(pair))
      return [{ path, message: `: ${describe(pair)} is no pair name=value; pairs are joined by & and hold no blank` }];
    if (plain === 'v') return [{ path, message: ': v is not needed here; leave it out' }];
    if (isViewKey(name)) return [{ path, message: `: ${name} says how the page looks and not what runs; leave it out` }];
    if (twice) return [{ path, message: `: ${name} stands there twice; keep one` }];
    return readQuery(pair).length === 0 ? [{ path, message: `: ${name} is no key of an experiment; leave it out` }] : [];
  });
}

const problemsOf = (query: string) => parseQuery(query).notes.map(({ problem }) => problem);

function faultsOfRun(base: string, own: string, path: Path, known: readonly string[]): { readonly experiment: Experiment; readonly faults: Fault[] } {
  const { experiment, notes } = parseQuery(`${base}&${own.replace(DESK, '$1seed=1')}`);
  const unknown = notes.filter(({ problem }) => !known.includes(problem));
  const late = experiment.changes.filter(({ generation }) => generation > experiment.generations);
  const faults = [
    ...faultsIn(own, path),
    ...unknown.map(({ problem }) => ({ path, message: `: ${problem}` })),
    ...late.map(({ generation }) => ({
      path,
      message: `: a change at generation ${generation} never comes; the run ends at ${experiment.generations}`,
    })),
  ];
  return { experiment, faults };
}

export function runTable({ base: written, steps }: Lesson): RunTable {
  const base = written.replace(DESK, '$1seed=1');
  const known = problemsOf(base);
  const ofBase = faultsIn(written, ['base']);
  const faults: Fault[] = [...ofBase, ...known.map((problem) => ({ path: ['base'], message: `: ${problem}` }))];
  const runs: KnownRun[] = [];
  for (const [step, { id, run = [] }] of steps.entries()) {
    const path = ['steps', step, 'run'];
    const own =
      typeof run === 'string'
        ? [{ name: id, query: run, path }]
        : run.map(({ id: name, query }, at) => ({ name: `${id}.${name}`, query, path: [...path, at, 'query'] }));
    for (const { name, query, path: place } of own) {
      const found = faultsOfRun(base, query, place, known);
      faults.push(...found.faults);
      runs.push({ name, step, experiment: found.experiment });
    }
  }
  return { runs, faults };
}
