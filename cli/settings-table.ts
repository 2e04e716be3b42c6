import { parse } from 'csv-parse/sync';
import type { Checked, Problem } from '../engine/foundation/problem.ts';
import type { Change } from '../scenarios/changes/change.ts';
import { priorityRules } from '../scenarios/changes/priority-rules.ts';
import { languages, type Language } from '../scenarios/language/language.ts';
import { tuningWords } from '../scenarios/language/tuning.ts';
import type { JunctionSettings } from '../scenarios/tune/knob.ts';
import { EVERYBODY_FROM_S, priorityKnobs, ruleFields, type KnobName } from '../scenarios/tune/priority-setting.ts';
import { csvLine, type CsvValue } from './csv-lines.ts';

/** Longer lines are of another kind of file. */
const MOST_LINE_BYTES = 10_000;

const isYesNo = (name: KnobName): boolean => name === 'earlyGreen' || name === 'keepsOffset';

/** A junction by the name of its controller, which is what a table is read by, and by its streets, for people. */
export interface NamedJunction { name: string; streets: readonly string[] }

/** Settings by junction as engineers hand them over: a line for each junction, a column for each knob with its unit. */
export function settingsTable(settings: JunctionSettings, junctions: readonly NamedJunction[], language: Language): string {
  const { yes, no, everybody, knobs, junction, streets: streetsTitle } = tuningWords;
  const field = (name: KnobName, value: number): CsvValue => {
    if (isYesNo(name)) return (value === 1 ? yes : no)[language];
    return name === 'leastLateS' && value === EVERYBODY_FROM_S ? everybody[language] : value;
  };
  const lines = [[junction[language], streetsTitle[language], ...priorityKnobs.map(({ name }) => knobs[language][name])], ...junctions.map(({ name, streets }, at) => [name, streets.join(' × '), ...priorityKnobs.map((knob, column) => field(knob.name, settings[at]![column]!))])];
  return lines.map((line) => csvLine(line, language)).join('');
}

interface TableLine { line: number; fields: readonly string[] }

/** A table of settings, in either language, as changes of a scenario; or everything in it that cannot be read. Whether a city has its junctions is asked when they are changed. */
export function readSettingsTable(file: string, content: string, why: { fr: string; en: string }): Checked<Change[]> {
  const head = content.replace(/^\ufeff/, '').split('\n', 1)[0]!;
  const language = languages.find((one) => head.replace(/^"/, '').startsWith(tuningWords.junction[one]));
  if (language === undefined) return { problems: [{ severity: 'error', code: 'cli-settings-head', where: file, parameters: { fr: tuningWords.junction.fr, en: tuningWords.junction.en } }] };
  const lines = linesOf(content, head.includes(';') ? ';' : ',');
  if (typeof lines === 'string') return { problems: [{ severity: 'error', code: 'cli-settings-not-csv', where: file, parameters: { cause: lines } }] };
  const titles = lines[0]!.fields, problems: Problem[] = [];
  const error = (code: string, where: string, parameters: Problem['parameters']): void => { problems.push({ severity: 'error', code, where, parameters }); };
  for (const { name } of priorityKnobs) if (!titles.includes(tuningWords.knobs[language][name])) error('cli-settings-no-column', file, { column: tuningWords.knobs[language][name] });
  if (lines.length < 2) error('cli-settings-empty', file, {});
  if (problems.length > 0) return { problems };
  const seen = new Set<string>(), alike = new Map<string, Change & { controllers: string[] }>();
  for (const { line, fields } of lines.slice(1)) {
    const where = `${file}: line ${line}`, junction = fields[0] ?? '';
    if (seen.has(junction)) error('cli-settings-twice', where, { junction: junction.slice(0, 40) });
    seen.add(junction);
    const rules = rulesOf((name) => fields[titles.indexOf(tuningWords.knobs[language][name])] ?? '', (name, value) => error('cli-settings-not-a-value', where, { column: tuningWords.knobs[language][name], value: value.slice(0, 40) }));
    const key = JSON.stringify(rules), same = alike.get(key);
    if (same) same.controllers.push(junction);
    else alike.set(key, { change: 'priority-rules', why, controllers: [junction], ...rules } as Change & { controllers: string[] });
  }
  return problems.length > 0 ? { problems } : { value: [...alike.values()], problems };
}

/** The lines of a CSV with where they stand, or why it is none. */
function linesOf(content: string, delimiter: string): TableLine[] | string {
  try {
    const records = parse(content, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: true, trim: true, info: true, max_record_size: MOST_LINE_BYTES }) as unknown as { record: string[]; info: { lines: number } }[];
    return records.map(({ record, info }) => ({ line: info.lines, fields: record }));
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}

/** The rules of one line; a value that the rules do not take is told. */
function rulesOf(field: (name: KnobName) => string, complain: (name: KnobName, value: string) => void): Partial<Record<KnobName, number | boolean>> {
  const values = priorityKnobs.map(({ name }) => valueOf(name, field(name))), rules = ruleFields(values.map((value) => value ?? NaN));
  for (const { name } of priorityKnobs) {
    const at = priorityKnobs.findIndex((knob) => knob.name === name);
    if (values[at] === undefined || !priorityRules.schema.shape[name].safeParse(rules[name]).success) complain(name, field(name));
  }
  return rules;
}

/** As the knob counts it; undefined for what it is not. */
function valueOf(name: KnobName, text: string): number | undefined {
  const { yes, no, everybody } = tuningWords, word = text.toLowerCase(), isWord = (words: { fr: string; en: string }): boolean => languages.some((language) => words[language] === word);
  if (isYesNo(name)) return isWord(yes) ? 1 : isWord(no) ? 0 : undefined;
  if (name === 'leastLateS' && isWord(everybody)) return EVERYBODY_FROM_S;
  const value = text === '' ? NaN : Number(text.replace(',', '.'));
  return Number.isFinite(value) ? value : undefined;
}
