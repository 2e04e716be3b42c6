import type { Checked } from '../../../engine/foundation/problem.ts';
import { makeProblemList, placeName, type ProblemList } from '../problem-list.ts';
import { fieldFaults, parseYaml } from '../yaml-document.ts';
import { MAPPING_FORMAT, MAPPING_VERSION, MOST_MAPPING_BYTES, mappingSchema, type LampMapping, type LuminaireTrait } from './mapping-schema.ts';

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
  if (checked.success) {
    checkConstantFlux(file, checked.data, problems);
    return problems.hasErrors() ? { problems: problems.all() } : { value: checked.data, problems: [] };
  }
  for (const { kind, path, field, cause, causeFr } of fieldFaults(checked.error.issues, value)) {
    const where = placeName({ file, line: lineOf(path) }, path.join('.'));
    if (kind !== 'unknown' && path.length === 1 && (field === 'format' || field === 'version')) problems.error('lamps-other-format', where, { format: MAPPING_FORMAT, version: MAPPING_VERSION });
    else if (kind === 'unknown') problems.error('lamps-unknown-field', where, { field });
    else if (kind === 'missing') problems.error('lamps-missing-field', where, { field });
    else problems.error('lamps-wrong-field', where, { field, cause, causeFr });
  }
  return { problems: problems.all() };
}

/** Constant light output is a start and an end: one of them alone would do nothing, in silence. */
function checkConstantFlux(file: string, { columns, assume }: LampMapping, problems: ProblemList): void {
  const inColumns = Object.keys(columns.luminaire ?? {}), pair: readonly LuminaireTrait[] = ['constantFluxStartShare', 'constantFluxEndH'];
  for (const assumed of [{}, ...Object.values(assume.luminaires ?? {})]) {
    const said = new Set([...inColumns, ...Object.keys(assumed)]), [has, lacks] = said.has(pair[0]!) ? pair : [...pair].reverse();
    if (said.has(has!) && !said.has(lacks!)) { problems.error('lamps-half-constant-flux', file, { has: has!, lacks: lacks! }); return; }
  }
}
