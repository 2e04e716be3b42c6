import { wordsIn, type Language } from '../../language/language.ts';
import { priorityReportWords } from '../../language/priority-report.ts';
import { DELAY_BIN_S, type DelayBins } from '../../measure/delay-bins.ts';
import type { ApproachTraffic } from '../../measure/junction-traffic.ts';
import { planDiagram, type GroupUse } from '../../measure/signal-diagrams.ts';
import type { VehicleClass } from '../../measure/vehicle-class.ts';
import { delayDistribution } from '../figures/delay-distribution.ts';
import { markup, type Markup } from '../figures/markup.ts';
import { queueProfile } from '../figures/queue-profile.ts';
import { stageDiagram } from '../figures/stage-diagram.ts';
import { timeSpace } from '../figures/time-space.ts';
import { junctionRows } from './junction-section.ts';
import type { PriorityInput, PriorityRun, PrioritySide } from './priority-input.ts';

const arrows: Readonly<Record<string, string>> = { straight: '↑', right: '→', left: '←', uTurn: '↩' };

export function pictures(input: PriorityInput): Markup {
  const { language, baseline, scenario, view } = input, words = wordsIn(priorityReportWords, language);
  const drawn: [caption: string, svg: string | undefined][] = [
    [words.busDelays, distribution(input, 'bus', 'delay-bus')], [words.carDelays, distribution(input, 'car', 'delay-car')],
    ...[baseline, scenario].map((side, at): [string, string | undefined] => [words.corridorOf(view?.line ?? '', side.question.title[language]), corridorPicture(input, side, `corridor-${at}`)]),
    ...stagePicture(input), ...queuePictures(input),
  ];
  return markup`<div class="figures-grid">${drawn.map(([caption, svg]) => (svg === undefined ? undefined : markup`<figure><figcaption>${caption}</figcaption>${{ markup: svg }}</figure>`))}</div>`;
}

function distribution({ language, baseline, scenario }: PriorityInput, whose: VehicleClass, id: string): string | undefined {
  const words = wordsIn(priorityReportWords, language);
  const summed = (runs: readonly PriorityRun[]): DelayBins[VehicleClass] => runs.reduce((sum, { delays }) => ({ counts: sum.counts.map((count, bin) => count + delays[whose].counts[bin]!), sumS: sum.sumS + delays[whose].sumS }), { counts: runs[0]!.delays[whose].counts.map(() => 0), sumS: 0 });
  const sides = [baseline, scenario].map(({ question, runs }) => {
    const { counts, sumS } = summed(runs);
    return { name: question.title[language], counts, meanS: sumS / Math.max(1, counts.reduce((sum, count) => sum + count, 0)) };
  });
  return delayDistribution({ whose: whose === 'bus' ? words.ofBuses : words.ofCars, binS: DELAY_BIN_S, sides }, id, language);
}

function corridorPicture({ language, view }: PriorityInput, { question, runs }: PrioritySide, id: string): string | undefined {
  const record = runs.find(({ corridor }) => corridor !== undefined)?.corridor;
  if (!record || !view || record.tracks.length === 0) return undefined;
  return timeSpace({ corridor: view.line, side: question.title[language], fromS: view.fromS, untilS: view.untilS, ...record }, id, language);
}

/** The plan of the junction with most buses: what priority alters is this. */
function stagePicture(input: PriorityInput): [string, string][] {
  const [busiest] = junctionRows(input), { language, scenario: { twin } } = input, words = wordsIn(priorityReportWords, language);
  if (!busiest) return [];
  const { cycleS, groups, stages } = planDiagram(twin, busiest.controller);
  const diagram = { controller: busiest.title, lengthS: cycleS, stages, groups: groups.map(({ use, spans }) => ({ name: groupName(use, language), spans })) };
  return [[words.stagesOf(busiest.title), stageDiagram(diagram, 'stages', language)]];
}

const groupName = ({ streets, turns, isForPeople }: GroupUse, language: Language): string =>
  (isForPeople ? wordsIn(priorityReportWords, language).peopleCross(streets.join(', ')) : `${streets.join(', ')} ${turns.map((turn) => arrows[turn]).join('')}`);

/** The approach whose queue grows most, and the one whose queue shrinks most, if they do. */
function queuePictures(input: PriorityInput): [string, string | undefined][] {
  const { language, baseline, scenario } = input, words = wordsIn(priorityReportWords, language);
  const queueOf = ({ runs }: PrioritySide, link: number): number => runs.reduce((sum, run) => sum + (approachOf(run, link)?.meanQueueM ?? 0), 0) / runs.length;
  const approaches = baseline.runs[0]!.junctions.flatMap((junction) => junction.approaches).map((approach) => ({ approach, growthM: queueOf(scenario, approach.link) - queueOf(baseline, approach.link) })).sort((one, other) => other.growthM - one.growthM);
  const [most, least] = [approaches[0], approaches.at(-1)];
  const picture = (approach: ApproachTraffic, id: string): string | undefined =>
    queueProfile({ approach: `${approach.street} (${words.comesFrom(words.directions(approach.fromEighth))})`, storageM: approach.lengthM, curves: [baseline, scenario].map((side) => ({ name: side.question.title[language], ...meanProfile(side, approach.link) })) }, id, language);
  return [
    ...(most && most.growthM > 0 ? [[words.queueGrows(most.approach.street), picture(most.approach, 'queue-grows')] as [string, string | undefined]] : []),
    ...(least && least.growthM < 0 ? [[words.queueShrinks(least.approach.street), picture(least.approach, 'queue-shrinks')] as [string, string | undefined]] : []),
  ];
}

const approachOf = (run: PriorityRun, link: number): ApproachTraffic | undefined => run.junctions.flatMap(({ approaches }) => approaches).find((approach) => approach.link === link);

/** Mean over the seeds that had a green in the step. */
function meanProfile({ runs }: PrioritySide, link: number): ApproachTraffic['profile'] {
  const steps = new Map<number, number[]>();
  for (const run of runs) {
    const profile = approachOf(run, link)?.profile;
    profile?.timeS.forEach((timeS, at) => steps.set(timeS, [...(steps.get(timeS) ?? []), profile.queueM[at]!]));
  }
  const ordered = [...steps].sort(([one], [other]) => one - other);
  return { timeS: ordered.map(([timeS]) => timeS), queueM: ordered.map(([, all]) => all.reduce((sum, one) => sum + one, 0) / all.length) };
}
