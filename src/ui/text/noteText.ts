import { type Note, SCHEMA } from '../../engine/experiment';

/** A note as the page says it: the range of the version of links tells a reader nothing. */
export function noteText({ key, value, message }: Note): string {
  if (key !== 'v' || value === '') return message;
  return `This link is of version ${value}; this page knows version ${SCHEMA.v.max}, and read it as that.`;
}
