import { wordsIn } from '../../language/language.ts';
import { savingsReportWords } from '../../language/savings-report.ts';
import { findingKinds, type FindingKind } from '../../measure/savings-names.ts';
import { markup, type Markup } from '../figures/markup.ts';
import { wideTable } from '../wide-table.ts';
import type { SavingsReportInput } from './savings-report-input.ts';
import type { SavingsTables } from './savings-tables.ts';
import { plainTable, unitsIn } from './shown-figure.ts';

/** More of one kind fill pages that nobody reads; the table beside the page has them all. */
const MOST_LISTED = 1500;

/** What is wrong with readings, by kind: every meter by name, when, and what was done about it. */
export function findingSection({ language, tables: { findings } }: SavingsReportInput): Markup {
  const words = wordsIn(savingsReportWords, language), { plain, month, date } = unitsIn(language);
  if (findings.count === 0) return markup`<p>${words.findingsNone}</p>`;
  const whenText = (when: string): string => (when === '' ? words.allTheTime : when.length === 7 ? month(when) : when.split('/').map(date).join(' – '));
  const rows = findingKinds.flatMap((kind) => {
    const all = rowsOf(findings, kind);
    if (all.length === 0) return [];
    const listed = grouped(findings, all.slice(0, MOST_LISTED), whenText, (count) => words.times(plain(count)), language);
    const more = all.length > MOST_LISTED ? markup`<br>${words.findingsMore(plain(all.length - MOST_LISTED))}` : undefined;
    return [[markup`<span data-finding="${kind}">${words.findingWhat(kind)}</span>`, plain(all.length), markup`${listed.map((line) => markup`${line}<br>`)}${more}`, words.findingDone(kind)]];
  });
  return wideTable(words.findings, plainTable([words.what, words.number, words.which, words.done], 9, rows, 'names findings'));
}

const rowsOf = ({ kind, count }: SavingsTables['findings'], wanted: FindingKind): number[] => Array.from({ length: count }, (_, at) => at).filter((at) => kind[at] === wanted);

/** 'AR0009: March 2026, May 2026', or, where many meters share a time, 'March 2026: AR0009, AR0011': whichever has fewer lines. */
function grouped(findings: SavingsTables['findings'], rows: readonly number[], whenText: (when: string) => string, times: (count: number) => string, language: 'fr' | 'en'): string[] {
  const nameOf = (at: number): string => (findings.cabinet[at] === '' || findings.cabinet[at] === findings.meter[at] ? findings.meter[at]! : `${findings.meter[at]!} (${findings.cabinet[at]!})`), timeOf = (at: number): string => whenText(findings.when[at]!);
  const byMeter = groupBy(rows, nameOf), byTime = groupBy(rows, timeOf), [groups, other] = byTime.size < byMeter.size ? [byTime, nameOf] as const : [byMeter, timeOf] as const;
  const counted = (at: number): string => `${other(at)}${findings.concernedCount[at]! > 1 ? ` ${times(findings.concernedCount[at]!)}` : ''}`;
  const ordered = groups === byTime ? [...groups].sort(([, [one]], [, [next]]) => (findings.when[one!]! < findings.when[next!]! ? -1 : 1)) : [...groups];
  return ordered.map(([name, members]) => `${name}${language === 'fr' ? ' : ' : ': '}${members.map(counted).join(', ')}`);
}

function groupBy(rows: readonly number[], key: (row: number) => string): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
}
