import { codeName } from '../../../engine/foundation/table.ts';
import { firstIntervalOf } from '../../../engine/twin/plan-of.ts';
import { preemptionLevel, usualEmergencyTransponder } from '../../../engine/twin/preemption.ts';
import { usualTransponder } from '../../../engine/twin/priority.ts';
import { category } from '../../../engine/twin/streets.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import { preemptionInWords, transpondersInWords } from '../../language/changes.ts';
import { wordsIn, type Language } from '../../language/language.ts';
import { numbersIn } from '../../language/numbers.ts';
import { priorityReportWords } from '../../language/priority-report.ts';
import { planControlOf, type PlanControl } from '../../measure/stage-limits.ts';
import { markup, type Markup } from '../figures/markup.ts';

/** More names than this would not be read. */
export const MOST_NAMES = 8;

const vehicles = ['bus', 'tram', 'emergency'] as const;

/** What stands beside the rules of priority: who runs the controllers, who goes before their plans, and what vehicles call with. */
export function otherSettings(twin: ReadingTwin, language: Language): Markup {
  return markup`<ul>${[controlled(twin, language), ...goingBefore(twin, language), ...equipment(twin, language)].map((one) => markup`<li>${one}</li>`)}</ul>`;
}

/** 'n44, n45', or how many where they are many. */
export function namesOf({ controllers }: ReadingTwin, rows: readonly number[], language: Language): string {
  const { plain } = numbersIn(language);
  return rows.length <= MOST_NAMES ? rows.map((row) => controllers.name[row]!).join(', ') : wordsIn(priorityReportWords, language).someControllers(plain(rows.length));
}

function controlled(twin: ReadingTwin, language: Language): string {
  const words = wordsIn(priorityReportWords, language), { plain } = numbersIn(language), counts = new Map<PlanControl, number>();
  for (let controller = 0; controller < twin.controllers.count; controller++) {
    const first = twin.controllers.firstInterval[controller]!;
    if (twin.controllers.intervalCount[controller] === 0) continue;
    const control = planControlOf(twin, controller, firstIntervalOf(twin, first));
    counts.set(control, (counts.get(control) ?? 0) + 1);
  }
  return words.controlledBy([...counts].map(([control, count]) => words.controllersRun(control, plain(count))).join(', '));
}

function goingBefore(twin: ReadingTwin, language: Language): string[] {
  const { preemptionRules: { count, controller, category: kinds, level, leastClearS, recoveryCycleCount } } = twin, groups = new Map<string, number[]>();
  for (let row = 0; row < count; row++) {
    const key = [kinds[row], level[row], leastClearS[row], recoveryCycleCount[row]].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].flatMap((rows) => vehicles.filter((name) => (kinds[rows[0]!]! & category[name]) !== 0).map((name) => preemptionInWords({
    change: 'preemption', why: '', controllers: rows.length === twin.controllers.count ? 'all' : [namesOf(twin, rows.map((row) => controller[row]!), language)], vehicles: name,
    level: codeName(preemptionLevel, level[rows[0]!]!) as keyof typeof preemptionLevel, leastClearS: leastClearS[rows[0]!]!, recoveryCycles: recoveryCycleCount[rows[0]!]!,
  }, language)));
}

/** Of buses and trams as declared, or as usual; of emergency vehicles where any goes before a plan. */
function equipment({ transponders, preemptionRules }: ReadingTwin, language: Language): string[] {
  const declared = Array.from({ length: transponders.count }, (_, row) => ({
    category: transponders.category[row]!, checkInM: transponders.checkInM[row]!, renewEveryS: transponders.renewEveryS[row]!, positionErrorM: transponders.positionErrorM[row]!, latencyS: transponders.latencyS[row]!, lossShare: transponders.lossShare[row]!, signsOff: transponders.signsOff[row]!,
  }));
  const wave = Array.from({ length: preemptionRules.count }, (_, row) => preemptionRules.category[row]!).some((kinds) => (kinds & category.emergency) !== 0);
  const rows = [...(declared.length > 0 ? declared : [usualTransponder]), ...(wave && !declared.some((one) => (one.category & category.emergency) !== 0) ? [usualEmergencyTransponder] : [])];
  return rows.map(({ category: kinds, signsOff, ...rest }) => transpondersInWords({ ...rest, signsOff: signsOff === 1 }, carriersOf(kinds), language));
}

function carriersOf(kinds: number): 'buses' | 'trams' | 'buses-and-trams' | 'emergency' {
  const buses = (kinds & category.bus) !== 0, trams = (kinds & category.tram) !== 0;
  return buses && trams ? 'buses-and-trams' : buses ? 'buses' : trams ? 'trams' : 'emergency';
}
