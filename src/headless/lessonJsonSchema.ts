import { toJsonSchema } from '@valibot/to-json-schema';
import { FORMAT, lessonSchema, SHARED_SCHEMAS } from '../lessons/lesson';

/**
 * The format of lessons as a JSON Schema, for editors. Of what it can't say, an order of two numbers or what would begin a step, it says nothing:
 * `lesson compile` does.
 */
export function lessonJsonSchema(): object {
  const schema = toJsonSchema(lessonSchema, { target: 'draft-2020-12', typeMode: 'input', errorMode: 'ignore', definitions: SHARED_SCHEMAS });
  return { title: FORMAT, ...schema };
}
