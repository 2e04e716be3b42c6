import type { Checked } from '../../../engine/foundation/problem.ts';
import { makeProblemList, placeName } from '../problem-list.ts';
import { fieldFaults, parseYaml } from '../yaml-document.ts';
import { MAPPING_FORMAT, MAPPING_VERSION, MOST_MAPPING_BYTES, mappingSchema, type LampMapping } from './mapping-schema.ts';

/** A mapping file, YAML or JSON, or all that is wrong with it, each with its line. */
export function readMapping(file: string, content: string): Checked<LampMapping> {
  const problems = makeProblemList();
  if (content.length > MOST_MAPPING_BYTES) {
    problems.error('lamps-too-large', file, { limit: MOST_MAPPING_BYTES });
    return { problems: problems.all() };
  }
  const read = parseYaml(content);
  if ('faults' in read) {
    for (const { line, cause } of read.faults) problems.error('lamps-not-yaml', line === undefined ? file : placeName({ file, line }), { cause });
    return { problems: problems.all() };
  }
  const { value, lineOf } = read.document, checked = mappingSchema.safeParse(value, { reportInput: true });
  if (checked.success) return { value: checked.data, problems: [] };
  for (const { kind, path, field, cause, causeFr } of fieldFaults(checked.error.issues, value)) {
    const where = placeName({ file, line: lineOf(path) }, path.join('.'));
    if (kind !== 'unknown' && path.length === 1 && (field === 'format' || field === 'version')) problems.error('lamps-other-format', where, { format: MAPPING_FORMAT, version: MAPPING_VERSION });
    else if (kind === 'unknown') problems.error('lamps-unknown-field', where, { field });
    else if (kind === 'missing') problems.error('lamps-missing-field', where, { field });
    else problems.error('lamps-wrong-field', where, { field, cause, causeFr });
  }
  return { problems: problems.all() };
}
