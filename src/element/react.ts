import type { ClassAttributes, HTMLAttributes } from 'react';
import type { MadLoop } from './madLoop';
import type { MadLoopAttributes, MadLoopEventMap } from './types';

type Handlers = { [Name in keyof MadLoopEventMap as `on${Name}`]?: (event: MadLoopEventMap[Name]) => void };

/** What `<mad-loop>` takes in JSX. */
export type MadLoopProps = Omit<HTMLAttributes<MadLoop>, keyof MadLoopAttributes> & ClassAttributes<MadLoop> & MadLoopAttributes & Handlers;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'mad-loop': MadLoopProps;
    }
  }
}

export * from './madLoop';
