import { differenceDecimals } from '../scenarios/compare/interval-decimals.ts';
import { textIn } from '../scenarios/language/language.ts';
import { unitAfter } from '../scenarios/language/plural.ts';
import type { Comparison } from '../scenarios/compare/compare-runs.ts';
import { yearLacks } from '../scenarios/compare/year-tells.ts';
import { startsInEmptyStreets } from '../scenarios/runs/empty-start.ts';
import type { Asked } from './asked.ts';
import { changedTwin } from './changed-twin.ts';
import { clockText } from './clock-text.ts';
import type { Pairs } from './run-pairs.ts';
import { warmUpLines } from './warm-up-lines.ts';
import type { Terminal } from './terminal.ts';

/** Indicator by indicator: both means, and the difference with its interval and what can be said of it. Fits 80 columns. */
export function comparisonText(terminal: Terminal, { seeds, baseline, scenario }: Pairs, comparisons: readonly Comparison[]): string[] {
  const { words } = terminal, { settings } = baseline.manifests[0]!, { facts } = baseline.city.twin;
  return [
    titleLine(terminal, baseline, scenario, words.seedCount(seeds.length)),
    '', ...figureLines(terminal, comparisons),
    ...yearLines(terminal, [baseline, scenario]),
    ...warmUpLines(terminal, settings),
    ...(startsInEmptyStreets(facts, settings) ? ['', terminal.faint(words.emptyAtStart(clockText(settings.fromS)))] : []),
    ...(facts.synthetic ? ['', terminal.faint(words.synthetic)] : []),
  ];
}

/** Why figures of a year are left out, or the same: those of a run tell what lamps do then. */
function yearLines(terminal: Terminal, sides: readonly Asked[]): string[] {
  const lacks = sides.map(({ city, question }) => yearLacks(changedTwin(city, question.changes))), { words } = terminal;
  const line = lacks.includes('traffic') ? words.noYearOfTraffic : lacks.includes('orders') ? words.noYearOfOrders : undefined;
  return line === undefined ? [] : ['', terminal.faint(line)];
}

/** The same of figures of a year, which need no run. */
export const yearComparisonText = (terminal: Terminal, baseline: Asked, scenario: Asked, comparisons: readonly Comparison[]): string[] => [
  titleLine(terminal, baseline, scenario, terminal.words.year(baseline.city.twin.facts.date.slice(0, 4))),
  '', ...figureLines(terminal, comparisons),
  '', terminal.faint(terminal.words.exactWithoutRun),
  ...(baseline.city.twin.facts.synthetic ? ['', terminal.faint(terminal.words.synthetic)] : []),
];

const titleLine = (terminal: Terminal, baseline: Asked, scenario: Asked, over: string): string =>
  `${terminal.bold(`${textIn(baseline.question.title, terminal.language)} → ${textIn(scenario.question.title, terminal.language)}`)}  ${terminal.faint(`${baseline.city.twin.facts.name}, ${over}`)}`;

function figureLines(terminal: Terminal, comparisons: readonly Comparison[]): string[] {
  const { words, language } = terminal, { signed, signedPercent } = terminal.numbers;
  return comparisons.flatMap(({ indicator, baselineMean, scenarioMean, differenceMean, differencePercent, interval95, verdict }) => {
    const { decimals } = indicator;
    const percent = differencePercent === null ? '' : ` (${signedPercent(differencePercent)})`;
    const shown = differenceDecimals(interval95, decimals);
    // One without width, where no chance is involved, says nothing.
    const interval = interval95 === null || interval95.low === interval95.high ? '' : `, ${words.between95(signed(interval95.low, shown), signed(interval95.high, shown))}`;
    const before = terminal.number(baselineMean, decimals), unitOf = (mean: number): string => unitAfter(Number(mean.toFixed(decimals)), indicator.unit[language], language);
    if (verdict === 'same') return [`  ${indicator.title[language]}`, `    ${words.saidBy(`${before} ${unitOf(baselineMean)}`, words.verdictSame)}`];
    const change = words.saidBy(`${signed(differenceMean, shown)}${percent}${interval}`, words[verdictWords[verdict]]);
    return [
      `  ${terminal.bold(indicator.title[language])}`,
      `    ${before} → ${terminal.number(scenarioMean, decimals)} ${unitOf(scenarioMean)}`,
      `    ${change}`,
    ];
  }).map(terminal.spaced);
}

const verdictWords = {
  better: 'verdictBetter', worse: 'verdictWorse', changed: 'verdictChanged', unclear: 'verdictUnclear', few: 'verdictFew', single: 'verdictSingle', same: 'verdictSame',
} as const satisfies Record<Comparison['verdict'], string>;
