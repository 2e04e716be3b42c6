import { formatClock } from '../../engine/foundation/clock.ts';
import { measureStartS } from '../../engine/run-settings.ts';
import { wordsIn } from '../language/language.ts';
import { lastingOf, numbersIn } from '../language/numbers.ts';
import { reportWords } from '../language/report.ts';
import { startsInEmptyStreets } from '../runs/empty-start.ts';
import { markup, type Markup } from './figures/markup.ts';
import type { ReportInput } from './report-input.ts';
import { routeGapsLimit } from './route-gaps.ts';

/** What a reader must know before leaning on the numbers. */
export function limits({ language, facts, baseline, scenario, settings }: ReportInput): Markup {
  const words = wordsIn(reportWords, language), { plain, hours: hoursText } = numbersIn(language);
  const most = (name: 'rescues' | 'collisions') => Math.max(...[...baseline.runs, ...scenario.runs].map(({ values }) => values[name] ?? 0));
  const hours = settings ? (settings.untilS - measureStartS(settings)) / 3600 : 24, span = lastingOf(hours);
  // Lamps that follow the traffic have no year by zone, and yet take energy.
  const hasLamps = [...baseline.runs, ...scenario.runs].some(({ zones, values }) => zones.length > 0 || (values['lighting-energy-kwh'] ?? 0) > 0);
  const dims = scenario.question.changes.some(({ change }) => change === 'dim-lamps');
  const all = [
    facts.synthetic ? words.limitSynthetic : undefined,
    hasLamps ? words.limitEnergy : undefined,
    dims ? words.limitLight : undefined,
    ...(settings ? [routeGapsLimit(facts, language), words.limitCounts, words.limitBehaviour] : []),
    // Where passengers are simulated, vehicles stand as long as they need.
    !settings || scenario.runs.some(({ values }) => (values['passenger-rides'] ?? 0) > 0) ? undefined : words.limitDwell,
    settings && startsInEmptyStreets(facts, settings) ? words.limitEmptyStart(formatClock(settings.fromS).slice(0, 5)) : undefined,
    hours < 24 ? words.limitSpan(hoursText(span.amount), span.unit) : undefined,
    most('rescues') > 0 ? words.limitRescues(plain(most('rescues'))) : undefined,
    most('collisions') > 0 ? words.limitCollisions(plain(most('collisions'))) : undefined,
  ];
  return markup`<ul>${all.filter((one) => one !== undefined).map((one) => markup`<li>${one}</li>`)}</ul>`;
}
