import { unmeasuredAmong } from '../compare/compare-all.ts';
import { textIn, wordsIn, type Language } from '../language/language.ts';
import { takesInCity, takesInRun, unmeasuredWords } from '../language/unmeasured.ts';
import { measureStartS, type RunSettings } from '../../engine/run-settings.ts';
import { cityIndicators, type IndicatorName } from '../measure/indicators.ts';
import { junctionIndicators } from '../measure/junction-indicators.ts';
import type { Judging, MeasuredRun } from '../compare/compare-runs.ts';
import { judgingOf, type SavedComparison } from './saved-comparison.ts';

/** A figure that was asked for and that no pair of runs measured, as people read it. `why`: what it takes and how to get it, where that is known; `place`: among those asked for, from 0. */
export interface Unmeasured { name: IndicatorName; title: string; unit: string; subject: string; why: string; place: number }

interface Compared { indicators: readonly IndicatorName[]; baseline: { runs: readonly MeasuredRun[] }; scenario: { runs: readonly MeasuredRun[] }; judging: Judging; settings?: Omit<RunSettings, 'seed'> | undefined }

/**
 * What was asked for and is in no figure of a comparison, in the order in which it was asked for. Where a year says all that was asked, figures of runs are
 * not missed: it is made without them because nothing that they measure differs.
 */
export function unmeasured({ indicators, baseline, scenario, judging, settings }: Compared, language: Language): Unmeasured[] {
  const missing = unmeasuredAmong(indicators, baseline.runs, scenario.runs, judging), asked = indicators.filter((name) => judging.asked?.includes(name));
  const told = settings || missing.length === asked.length ? missing : missing.filter(({ indicator: { name } }) => cityIndicators.includes(name));
  return told.map(({ indicator: { name, title, unit, subject }, place }) =>
    ({ name, title: textIn(title, language), unit: textIn(unit, language), subject: textIn(subject, language), why: whyNot(name, settings, language), place }));
}

export const unmeasuredOf = (saved: SavedComparison, language: Language): Unmeasured[] => unmeasured({ ...saved, judging: judgingOf(saved) }, language);

const DAY_S = 86_400;

function whyNot(name: IndicatorName, settings: Compared['settings'], language: Language): string {
  const words = wordsIn(unmeasuredWords, language), takes = takesInRun[name], ofCity = takesInCity[name];
  if (cityIndicators.includes(name)) return ofCity ? words.takes(textIn(ofCity, language)) : '';
  if (!settings) return words.aRun;
  if (junctionIndicators.includes(name) && !settings.recordJunctions) return words.junctions;
  if (!takes) return '';
  const said = words.takes(textIn(takes, language));
  return settings.untilS - measureStartS(settings) < DAY_S && !settings.untilAllArrived ? words.longerSpan(said) : said;
}
