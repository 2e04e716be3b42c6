import { wordsIn } from '../../language/language.ts';
import { priorityReportWords } from '../../language/priority-report.ts';
import { DELAY_BIN_S, type DelayBins } from '../../measure/delay-bins.ts';
import type { ApproachTraffic } from '../../measure/junction-traffic.ts';
import type { VehicleClass } from '../../measure/vehicle-class.ts';
import { delayDistribution } from '../figures/delay-distribution.ts';
import { markup, type Markup } from '../figures/markup.ts';
import { queueProfile } from '../figures/queue-profile.ts';
import { timeSpace } from '../figures/time-space.ts';
import { planPictures } from './plan-pictures.ts';
import type { PictureOf, PriorityInput, PriorityRun, PrioritySide } from './priority-input.ts';

export function pictures(input: PriorityInput): Markup {
  const { language, baseline, scenario, view } = input, words = wordsIn(priorityReportWords, language);
  const drawn: PictureOf[] = [
    { caption: words.busDelays, svg: distribution(input, 'bus', 'delay-bus') }, { caption: words.tramDelays, svg: distribution(input, 'tram', 'delay-tram') }, { caption: words.carDelays, svg: distribution(input, 'car', 'delay-car') },
    ...[baseline, scenario].map((side, at) => ({ caption: words.corridorOf(view?.line ?? '', side.question.title[language]), svg: corridorPicture(input, side, `corridor-${at}`) })),
    ...planPictures(input), ...queuePictures(input),
  ];
  return markup`<div class="figures-grid">${drawn.map(({ caption, svg, below }) => (svg === undefined ? undefined : markup`<figure><figcaption>${caption}</figcaption>${{ markup: svg }}${below}</figure>`))}</div>`;
}

function distribution({ language, baseline, scenario }: PriorityInput, whose: VehicleClass, id: string): string | undefined {
  const words = wordsIn(priorityReportWords, language);
  const summed = (runs: readonly PriorityRun[]): DelayBins[VehicleClass] => runs.reduce((sum, { delays }) => ({ counts: sum.counts.map((count, bin) => count + delays[whose].counts[bin]!), sumS: sum.sumS + delays[whose].sumS }), { counts: runs[0]!.delays[whose].counts.map(() => 0), sumS: 0 });
  const sides = [baseline, scenario].map(({ question, runs }) => {
    const { counts, sumS } = summed(runs);
    return { name: question.title[language], counts, meanS: sumS / Math.max(1, counts.reduce((sum, count) => sum + count, 0)) };
  });
  return delayDistribution({ whose: whose === 'bus' ? words.ofBuses : whose === 'tram' ? words.ofTrams : words.ofCars, binS: DELAY_BIN_S, sides }, id, language);
}

function corridorPicture({ language, view }: PriorityInput, { question, runs }: PrioritySide, id: string): string | undefined {
  const record = runs.find(({ corridor }) => corridor !== undefined)?.corridor;
  if (!record || !view || record.tracks.length === 0) return undefined;
  return timeSpace({ corridor: view.line, side: question.title[language], fromS: view.fromS, untilS: view.untilS, ...record }, id, language);
}

/** The approach whose queue grows most, and the one whose queue shrinks most, if they do. */
function queuePictures(input: PriorityInput): PictureOf[] {
  const { language, baseline, scenario } = input, words = wordsIn(priorityReportWords, language);
  const queueOf = ({ runs }: PrioritySide, link: number): number => runs.reduce((sum, run) => sum + (approachOf(run, link)?.meanQueueM ?? 0), 0) / runs.length;
  const approaches = baseline.runs[0]!.junctions.flatMap((junction) => junction.approaches).map((approach) => ({ approach, growthM: queueOf(scenario, approach.link) - queueOf(baseline, approach.link) })).sort((one, other) => other.growthM - one.growthM);
  const [most, least] = [approaches[0], approaches.at(-1)];
  const picture = (approach: ApproachTraffic, id: string): string | undefined =>
    queueProfile({ approach: `${approach.street} (${words.comesFrom(words.directions(approach.fromEighth))})`, storageM: approach.lengthM, curves: [baseline, scenario].map((side) => ({ name: side.question.title[language], ...meanProfile(side, approach.link) })) }, id, language);
  return [
    ...(most && most.growthM > 0 ? [{ caption: words.queueGrows(most.approach.street), svg: picture(most.approach, 'queue-grows') }] : []),
    ...(least && least.growthM < 0 ? [{ caption: words.queueShrinks(least.approach.street), svg: picture(least.approach, 'queue-shrinks') }] : []),
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
