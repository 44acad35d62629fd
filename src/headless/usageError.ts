/** Malformed input: the command ends with exit code 2 and this one line. */
export { describe, Refusal as UsageError, refuse } from '../engine/refusal';
