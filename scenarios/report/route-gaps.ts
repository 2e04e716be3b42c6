import { formatClock } from '../../engine/foundation/clock.ts';
import type { CityFacts } from '../../engine/twin/twin.ts';
import { wordsIn, type Language } from '../language/language.ts';
import { numbersIn } from '../language/numbers.ts';
import { reportWords } from '../language/report.ts';

/** How far the planned routes of a city are from equilibrium; undefined where nobody has measured it. */
export function routeGapsLimit({ routeGaps = [], rerouteShare = 0 }: Pick<CityFacts, 'routeGaps' | 'rerouteShare'>, language: Language): string | undefined {
  const words = wordsIn(reportWords, language), { percent } = numbersIn(language), clock = (timeS: number): string => formatClock(timeS).slice(0, 5);
  if (routeGaps.length === 0) return undefined;
  return words.limitRouteGaps(routeGaps.map(({ fromS, untilS, relativeGap }) => words.routeGapOf(percent(100 * relativeGap, 0), clock(fromS), clock(untilS))).join(', '), rerouteShare > 0 ? percent(100 * rerouteShare, 0) : '');
}
