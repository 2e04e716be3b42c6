import { useState, type ReactNode } from 'react';
import type { JunctionPlans } from '../../../scenarios/explain/junction-control.ts';
import type { JunctionSpan } from '../../../scenarios/explain/junction-span.ts';
import { groupName } from '../../../scenarios/language/group-name.ts';
import { wordsIn, type Language } from '../../../scenarios/language/language.ts';
import { numbersIn } from '../../../scenarios/language/numbers.ts';
import { priorityReportWords } from '../../../scenarios/language/priority-report.ts';
import { DELAY_BIN_S } from '../../../scenarios/measure/delay-bins.ts';
import { CORRIDOR_S } from '../../../scenarios/measure/junction-corridor.ts';
import type { JunctionFigures } from '../../../scenarios/measure/junction-figures.ts';
import type { ApproachTraffic } from '../../../scenarios/measure/junction-traffic.ts';
import type { VehicleClass } from '../../../scenarios/measure/vehicle-class.ts';
import { delayDistribution } from '../../../scenarios/report/figures/delay-distribution.ts';
import { queueProfile } from '../../../scenarios/report/figures/queue-profile.ts';
import { stageDiagram } from '../../../scenarios/report/figures/stage-diagram.ts';
import { timeSpace } from '../../../scenarios/report/figures/time-space.ts';
import { junctionWordsFor } from '../session/words.ts';
import { useSession, useViewer } from '../viewer-context.ts';
import { useMomentOf } from './junction-now.tsx';
import { useResultTitle } from './top-bar.tsx';
import { useJunctionPart, type JunctionSides } from './use-junction.ts';

/** The pictures of the report for one junction: its plan, its queues, how delays are spread. Drawn when somebody opens them. */
export function JunctionPictures({ controller, plans, pieces, sides: { sides: loaded } }: { controller: number; plans: JunctionPlans; pieces: readonly JunctionSpan[]; sides: JunctionSides }) {
  const { city } = useViewer();
  const language = useSession((state) => state.language);
  const words = junctionWordsFor(language), titleOf = useResultTitle();
  const plan = useMomentOf(pieces)?.plan ?? '';
  const sides = loaded.filter(({ figures }) => figures.traffic).map(({ run, figures }) => ({ name: titleOf(run), figures }));
  return (
    <div className="pictures">
      <Picture title={plan === '' ? words.plan : words.planOf(plan)}>{() => <Plan plans={plans} plan={plan} name={city.twin.controllers.name[controller]!} language={language} />}</Picture>
      {loaded.filter(({ figures }) => figures.traffic).map(({ side, run }) => <Picture key={side} title={words.corridor(loaded.length > 1 ? side.toUpperCase() : '')}>{() => <Corridor run={run} controller={controller} language={language} />}</Picture>)}
      {sides.length > 0 && <Picture title={words.queue}>{() => <Svg svg={queuePicture(sides, language)} />}</Picture>}
      {sides.length > 0 && <Picture title={words.delays}>{() => <><Svg svg={delayPicture(sides, 'bus', words.ofBuses, language)} /><Svg svg={delayPicture(sides, 'car', words.ofCars, language)} /></>}</Picture>}
    </div>
  );
}

type Sides = readonly { name: string; figures: JunctionFigures }[];

function Picture({ title, children }: { title: string; children: () => ReactNode }) {
  const [open, setOpen] = useState(false);
  return <details onToggle={(event) => setOpen(event.currentTarget.open)}><summary>{title}</summary>{open && children()}</details>;
}

const Svg = ({ svg }: { svg: string | undefined }) => (svg === undefined ? null : <div className="picture" tabIndex={0} dangerouslySetInnerHTML={{ __html: svg }} />);

function Plan({ plans: { plans, control }, plan, name, language }: { plans: JunctionPlans; plan: string; name: string; language: Language }) {
  const words = junctionWordsFor(language), { plain } = numbersIn(language), { diagram } = plans.find((one) => one.name === plan) ?? plans[0]!;
  const svg = stageDiagram({ controller: name, lengthS: diagram.cycleS, stages: diagram.stages, groups: diagram.groups.map(({ use, spans }) => ({ name: groupName(use, language), spans })) }, 'junction-plan', language);
  return <><Svg svg={svg} /><p className="note">{words.planAbout(control.kind, plain(control.coordinatedStage), control.means.length > 0)}</p></>;
}

/** Buses of the line that passes most often, over the quarter of an hour of now. */
function Corridor({ run, controller, language }: { run: string; controller: number; language: Language }) {
  const fromS = useSession(({ timeS }) => Math.floor(timeS / CORRIDOR_S) * CORRIDOR_S);
  const part = useJunctionPart(run, controller, (feed) => feed.corridor(fromS), fromS), titleOf = useResultTitle(), words = junctionWordsFor(language);
  if (part.is === 'coming') return <p className="note" role="status">{words.loading}</p>;
  if (part.is !== 'here' || part.value.record.tracks.length === 0) return <p className="note">{part.is === 'failed' ? words.failed : words.noCorridor}</p>;
  const { line, record, ...span } = part.value;
  return <Svg svg={timeSpace({ corridor: line, side: titleOf(run), ...span, ...record }, `junction-corridor-${run}`, language)} />;
}

/** The approach with the longest queues on either side. */
function queuePicture(sides: Sides, language: Language): string | undefined {
  const words = wordsIn(priorityReportWords, language), approachesOf = ({ figures: { traffic } }: Sides[number]): readonly ApproachTraffic[] => traffic?.approaches ?? [];
  const [longest] = sides.flatMap(approachesOf).sort((one, other) => other.meanQueueM - one.meanQueueM);
  if (!longest) return undefined;
  const curves = sides.map((side) => ({ name: side.name, ...(approachesOf(side).find(({ link }) => link === longest.link)?.profile ?? { timeS: [], queueM: [] }) }));
  return queueProfile({ approach: `${longest.street} (${words.comesFrom(words.directions(longest.fromEighth))})`, storageM: longest.lengthM, curves }, 'junction-queue', language);
}

function delayPicture(sides: Sides, whose: VehicleClass, name: string, language: Language): string | undefined {
  const shares = sides.map(({ name: side, figures: { delays } }) => {
    const { counts, sumS } = delays?.[whose] ?? { counts: [], sumS: 0 }, passages = counts.reduce((sum, count) => sum + count, 0);
    return { name: side, counts, meanS: sumS / Math.max(1, passages), passages };
  });
  return shares.every(({ passages }) => passages === 0) ? undefined : delayDistribution({ whose: name, binS: DELAY_BIN_S, sides: shares }, `junction-delay-${whose}`, language);
}
