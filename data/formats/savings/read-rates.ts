import * as z from 'zod';
import { isDate } from '../../../engine/foundation/calendar.ts';
import { parseClock } from '../../../engine/foundation/clock.ts';
import type { Checked } from '../../../engine/foundation/problem.ts';
import { fieldFaults, parseYaml, type FieldFault, type YamlDocument } from '../yaml-document.ts';
import { expectedOf, type Expected } from '../expected-value.ts';
import { makeProblemList, placeName, type ProblemList } from '../problem-list.ts';

const MOST_TARIFF_BYTES = 200_000, MOST_FAULTS = 50, HALF_HOUR_S = 1800, DAY_S = 86_400;

const day = z.union([z.string(), z.date()]).transform((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value)).refine(isDate, { message: 'day' satisfies Expected });
/** A clock time on a half hour, in seconds. */
const halfHour = z.string().transform((value, context) => {
  const clockS = value === '24:00' ? DAY_S : parseClock(value);
  if (clockS === undefined || clockS % HALF_HOUR_S !== 0) context.addIssue('half-hour' satisfies Expected);
  return (clockS ?? 0) % DAY_S;
});
const window = z.strictObject({
  name: z.string().min(1).max(80),
  from: halfHour.optional(), until: halfHour.optional(),
  months: z.array(z.int().min(1).max(12)).max(12).default([]),
  days: z.array(z.int().min(1).max(7)).max(7).default([]),
  eurPerKwh: z.number().min(0).max(10),
});
const dated = { from: day, until: day, source: z.string().min(3).max(300) };
const ratesSchema = z.strictObject({
  tariff: z.array(z.strictObject({ ...dated, windows: z.array(window).min(1).max(24) })).min(1).max(60),
  carbon: z.array(z.strictObject({ ...dated, gPerKwh: z.number().min(0).max(2000) })).max(60).optional(),
});

export interface ReadTariffPeriod { fromDate: string; untilDate: string; source: string; windows: { name: string; fromS: number; untilS: number; months: number[]; days: number[]; priceEurPerKwh: number }[] }
export interface ReadCarbonPeriod { fromDate: string; untilDate: string; source: string; gPerKwh: number }

/**
 * What electricity costs and emits, by date, from YAML: `tariff` with periods of windows (`months` 1 to 12, `days` 1 Monday to 7 Sunday,
 * `from` and `until` on half hours; the last window of a period must hold at all times), `carbon` with dated factors.
 */
export function readRates(file: string, content: string): Checked<{ tariff: ReadTariffPeriod[]; carbon: ReadCarbonPeriod[] | undefined }> {
  const problems = makeProblemList(), document = content.length > MOST_TARIFF_BYTES ? undefined : yamlOf(file, content, problems);
  if (content.length > MOST_TARIFF_BYTES) problems.error('savings-file-too-large', file, { limit: MOST_TARIFF_BYTES });
  if (problems.hasErrors()) return { problems: problems.all() };
  const checked = ratesSchema.safeParse(document!.value);
  if (!checked.success) {
    for (const fault of fieldFaults(checked.error.issues, document!.value).slice(0, MOST_FAULTS)) tellFault(file, fault, document!, problems);
    return { problems: problems.all() };
  }
  const { tariff, carbon } = checked.data;
  tariff.forEach(({ windows }, at) => {
    const last = windows.at(-1)!;
    if (last.months.length > 0 || last.days.length > 0 || (last.from ?? 0) !== (last.until ?? 0)) problems.error('savings-tariff-not-whole', `${file}: tariff.${at}.windows.${windows.length - 1}`, { window: last.name });
  });
  for (const [name, periods] of [['tariff', tariff], ['carbon', carbon ?? []]] as const) periods.forEach(({ from, until }, at) => { if (until < from) problems.error('savings-ends-before', `${file}: ${name}.${at}`, { from, until }); });
  if (problems.hasErrors()) return { problems: problems.all() };
  return {
    value: {
      tariff: tariff.map(({ from, until, source, windows }) => ({ fromDate: from, untilDate: until, source, windows: windows.map(({ name, from: fromS = 0, until: untilS = 0, months, days, eurPerKwh }) => ({ name, fromS, untilS, months, days, priceEurPerKwh: eurPerKwh })) })),
      carbon: carbon?.map(({ from, until, source, gPerKwh }) => ({ fromDate: from, untilDate: until, source, gPerKwh })),
    },
    problems: problems.all(),
  };
}

function tellFault(file: string, { kind, path, field, issue }: FieldFault, { lineOf }: YamlDocument, problems: ProblemList): void {
  const where = placeName({ file, line: lineOf(path) }, path.join('.'));
  if (kind === 'unknown') return problems.error('savings-unknown-field', where, { field });
  if (kind === 'missing') return problems.error('savings-missing-field', where, { field });
  const { expected, limit } = expectedOf(issue);
  problems.error('savings-wrong-field', where, { expected, limit: Number(limit) });
}

function yamlOf(file: string, content: string, problems: ProblemList): YamlDocument | undefined {
  const read = parseYaml(content);
  if ('document' in read) return read.document;
  for (const { line, cause } of read.faults.slice(0, MOST_FAULTS)) problems.error('savings-not-yaml', line === undefined ? file : placeName({ file, line }), { cause });
  return undefined;
}
