import { cycleOfS, firstIntervalOf, intervalCountOf } from '../../../engine/twin/plan-of.ts';
import { aspect } from '../../../engine/twin/signals.ts';
import { junctionControl } from '../../../engine/twin/streets.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import type { ThingWords } from '../session/words.ts';
import { linked, numberText, type Fact, type FactContext } from './fact.ts';

export function streetFacts({ twin, words, language }: FactContext, row: number): Fact[] {
  const { streets, links, lamps, communes } = twin;
  let laneCount = 0, limitMps = 0, lampCount = 0;
  for (let link = 0; link < links.count; link++) {
    if (links.street[link] !== row) continue;
    laneCount += links.laneCount[link]!;
    limitMps = Math.max(limitMps, links.speedLimitMps[link]!);
  }
  for (let lamp = 0; lamp < lamps.count; lamp++) if (lamps.street[lamp] === row) lampCount++;
  const level = streets.level[row]!;
  return [
    { label: words.streetClass, value: words[`class${streets.class[row]}` as keyof ThingWords] as string },
    { label: words.length, value: numberText(language, streets.lengthM[row]!), unit: 'm' },
    { label: words.width, value: numberText(language, streets.widthM[row]!, 1), unit: 'm' },
    { label: words.laneCount, value: numberText(language, laneCount) },
    { label: words.speedLimit, value: numberText(language, limitMps * 3.6), unit: 'km/h' },
    { label: words.lampCount, value: numberText(language, lampCount) },
    ...(level !== 0 ? [{ label: words.grade, value: level > 0 ? words.bridge : words.tunnel }] : []),
    ...linked(words.commune, communes.name as ArrayLike<string>, 'communes', streets.commune[row]!, words.unnamed),
  ];
}

/** The streets that meet at a junction, by name; at a signalised one, those of all its junctions. Empty when none has a name. */
export function crossingStreets({ links, streets, junctions }: ReadingTwin, belongs: (junction: number) => boolean): string {
  const names = new Set<string>();
  for (let link = 0; link < links.count; link++) {
    const street = links.street[link]!;
    if (street < 0 || !streets.name[street]) continue;
    if ([links.fromJunction[link]!, links.toJunction[link]!].some((junction) => junction < junctions.count && belongs(junction))) names.add(streets.name[street]!);
  }
  return joined(names);
}

/** Three streets say where a junction is; more would not fit the title. */
const joined = (names: ReadonlySet<string>): string => [...names].slice(0, 3).join(' / ');

/** The same for every signal controller at once. */
export function streetsAtSignals({ links, streets, junctions, controllers }: ReadingTwin): string[] {
  const names = Array.from({ length: controllers.count }, () => new Set<string>());
  for (let link = 0; link < links.count; link++) {
    const street = links.street[link]!;
    if (street < 0 || !streets.name[street]) continue;
    for (const junction of [links.fromJunction[link]!, links.toJunction[link]!]) names[junctions.controller[junction]!]?.add(streets.name[street]!);
  }
  return names.map(joined);
}

const controlWords: Record<number, keyof ThingWords> = {
  [junctionControl.deadEnd]: 'controlDeadEnd', [junctionControl.priority]: 'controlPriority', [junctionControl.rightBeforeLeft]: 'controlRightBeforeLeft',
  [junctionControl.signals]: 'controlSignals', [junctionControl.roundabout]: 'controlRoundabout', [junctionControl.uncontrolled]: 'controlUncontrolled',
};

export function junctionFacts({ twin, words, language }: FactContext, row: number): Fact[] {
  const { junctions, links, communes } = twin;
  let lanesIn = 0;
  for (let link = 0; link < links.count; link++) if (links.toJunction[link] === row) lanesIn += links.laneCount[link]!;
  return [
    { label: words.control, value: words[controlWords[junctions.control[row]!]!] as string },
    ...(junctions.name[row] ? [{ label: words.number, value: junctions.name[row]! }] : []),
    { label: words.approaches, value: numberText(language, lanesIn) },
    ...linked(words.commune, communes.name as ArrayLike<string>, 'communes', junctions.commune[row]!, words.unnamed),
  ];
}

export function controllerFacts({ city, twin, words, language }: FactContext, row: number): Fact[] {
  const { controllers } = twin;
  const interval = city.signals.intervalOf(row);
  const groupCount = controllers.groupCount[row]!;
  let green = 0;
  for (let group = 0; interval >= 0 && group < groupCount; group++) {
    const shown = city.signals.shown[city.signals.groupOf(row, group)]!;
    if (shown === aspect.green || shown === aspect.greenPermissive) green++;
  }
  return [
    ...(interval >= 0 ? [
      { label: words.showing, value: words.groupsOf(green, groupCount) },
      { label: words.intervalNow, value: words.intervalOf(interval - firstIntervalOf(twin, interval) + 1, intervalCountOf(twin, interval)) },
    ] : []),
    ...(controllers.name[row] ? [{ label: words.number, value: controllers.name[row]! }] : []),
    { label: words.cycle, value: numberText(language, interval >= 0 ? cycleOfS(twin, interval) : controllers.cycleS[row]!), unit: 's' },
    { label: words.signalGroups, value: numberText(language, groupCount) },
    { label: words.busPriority, value: controllers.busPriority[row] ? words.yes : words.no },
  ];
}
