export type EngineErrorCode = 'bad-experiment' | 'too-large' | 'backend-lost' | 'asset-missing' | 'not-finite';

/** A failure worth telling the reader: the message names the thing, the value and what to do. */
export class EngineError extends Error {
  constructor(
    readonly code: EngineErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'EngineError';
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
