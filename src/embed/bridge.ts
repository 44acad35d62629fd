import type { Handler, HostDoor } from './hostDoor';

/** What the inline script of embed.html hands over to the app that it loads when someone asks for it. */
export interface EmbedBridge {
  /** the experiment and view keys in force: the address's, and what the host has set since */
  readonly query: string;
  /** the reader's click, the host's command, or the address (`run=visible`, `run=auto`) */
  readonly startedBy: 'reader' | 'host' | 'address';
  readonly door: HostDoor;
  /** of the host's ground, where the address names its colour */
  readonly groundIsDark: boolean | null;
  /** The figure is drawn: the poster may go. */
  arrived(): void;
}

declare global {
  /** The app's entry, once its script has run. Gives back who takes the host's commands from then on. */
  var madLabStart: ((bridge: EmbedBridge) => Handler) | undefined;
}
