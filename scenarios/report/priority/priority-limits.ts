import { formatClock } from '../../../engine/foundation/clock.ts';
import { measureStartS } from '../../../engine/run-settings.ts';
import { wordsIn } from '../../language/language.ts';
import { lastingOf, numbersIn } from '../../language/numbers.ts';
import { priorityReportWords } from '../../language/priority-report.ts';
import { reportWords } from '../../language/report.ts';
import { ASSUMED_PEOPLE } from '../../measure/people-aboard.ts';
import { startsInEmptyStreets } from '../../runs/empty-start.ts';
import { markup, type Markup } from '../figures/markup.ts';
import { routeGapsLimit } from '../route-gaps.ts';
import type { PriorityInput } from './priority-input.ts';

/** What a reader must know before leaning on the numbers; what has not been validated comes first. */
export function priorityLimits({ language, facts, baseline, scenario, settings }: PriorityInput): Markup {
  const words = wordsIn(priorityReportWords, language), general = wordsIn(reportWords, language), { plain, hours: hoursText } = numbersIn(language), { bus, tram, car, lorry } = ASSUMED_PEOPLE;
  const runs = [...baseline.runs, ...scenario.runs], most = (name: 'rescues' | 'collisions'): number => Math.max(...runs.map(({ values }) => values[name] ?? 0)), hours = (settings.untilS - measureStartS(settings)) / 3600, span = lastingOf(hours);
  const all = [
    words.limitNotValidated, facts.synthetic ? words.limitPlans : undefined, facts.synthetic ? general.limitSynthetic : undefined, routeGapsLimit(facts, language),
    words.limitDelay, words.limitQueue, words.limitPeople(plain(bus), plain(tram), plain(car, 1), plain(lorry)), words.limitPedestrians, `${words.limitDemand} ${general.limitBehaviour}`, words.limitMany,
    startsInEmptyStreets(facts, settings) ? general.limitEmptyStart(formatClock(settings.fromS).slice(0, 5)) : undefined,
    hours < 24 ? general.limitSpan(hoursText(span.amount), span.unit) : undefined,
    most('rescues') > 0 ? general.limitRescues(plain(most('rescues'))) : undefined,
    most('collisions') > 0 ? general.limitCollisions(plain(most('collisions'))) : undefined,
  ];
  return markup`<ul>${all.filter((one) => one !== undefined).map((one) => markup`<li>${one}</li>`)}</ul>`;
}
