/** What the inline script of embed.html hands over to the app that it loads when the reader asks for it. */

export interface EmbedBridge {
  /** the experiment and view keys in force: the address's, and what the host has set since */
  readonly query: string;
  /** whoever asked: a reader's click, the host, or the address (`run=visible`, `run=auto`) */
  readonly startedBy: 'reader' | 'host' | 'address';
  /** words of progress under the button; the poster stays until `arrived` */
  arrived(): void;
}

declare global {
  /** the app's entry, once its script has run */
  var madLabStart: ((bridge: EmbedBridge) => void) | undefined;
}
