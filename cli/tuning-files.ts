import type { Language } from '../scenarios/language/language.ts';
import { tuningWords } from '../scenarios/language/tuning.ts';
import { tunedFront } from '../scenarios/report/figures/tuned-front.ts';
import { weighted } from '../scenarios/tune/combine-junctions.ts';
import { sameEverywhere, settingKey, type JunctionSettings } from '../scenarios/tune/knob.ts';
import { priorityChanges, priorityKnobs } from '../scenarios/tune/priority-setting.ts';
import type { LostTime } from '../scenarios/tune/lost-time.ts';
import type { Peer, Tested } from '../scenarios/tune/test-front.ts';
import type { Tuned } from '../scenarios/tune/tune-priority.ts';
import { csvLine } from './csv-lines.ts';
import { settingsTable, type NamedJunction } from './settings-table.ts';

type Row = readonly (string | number)[];

const csvIn = (language: Language) => (rows: readonly Row[]): string => rows.map((row) => csvLine(row, language)).join('');

const knobNames = priorityKnobs.map(({ name }) => name);

/** The values of a setting that all junctions have; empty where they differ. */
const knobFields = (settings: JunctionSettings): Row => sameEverywhere(settings) ?? knobNames.map(() => '');

type Handed = Pick<Tuned, 'front' | 'peers' | 'chosen' | 'tried' | 'byJunction' | 'searchSeedCount'>;

/**
 * What a search leaves for those who go on with it: the front and its peers, as a table and a picture, the settings of every junction, all that was tried, and the
 * chosen settings as changes of a scenario. `settings.csv` can be read again, in either language.
 */
export function tuningFiles(tuned: Handed, named: readonly NamedJunction[], language: Language): Record<string, string> {
  const csv = csvIn(language), { chosen } = tuned, junctions = named.map(({ name }) => name);
  return {
    'front.csv': csv(frontRows(tuned)),
    'front-settings.csv': csv([['setting', 'junction', ...knobNames], ...told(tuned).flatMap(([name, { settings }]) => junctions.map((junction, at) => [name, junction, ...settings[at]!]))]),
    'front.svg': `${pictureOf(tuned, language)}\n`,
    'settings.csv': settingsTable(chosen.settings, named, language),
    'tried.csv': csv([['setting', ...knobNames, 'seeds', 'busLostS', 'otherLostS', 'personLostS'], ...tuned.tried.map(({ settings, bySeed, mean }, at) =>
      [sameEverywhere(settings) ? `everywhere ${at + 1}` : `by junction ${at + 1}`, ...knobFields(settings), bySeed.length, mean.busS, mean.otherS, mean.personS])]),
    'tried-by-junction.csv': csv(junctionRows(tuned, junctions)),
    'change.json': `${JSON.stringify(priorityChanges(chosen.settings, junctions, tuningWords.why), null, 2)}\n`,
  };
}

/** The front beside what was tried with every seed of the search. */
function pictureOf({ tried, searchSeedCount, front, chosen, peers }: Handed, language: Language): string {
  const means = Object.fromEntries(Object.entries(peers).map(([name, { mean }]) => [name, mean])) as Record<Peer, LostTime>;
  return tunedFront({ tried: tried.filter(({ bySeed }) => bySeed.length >= searchSeedCount).map(({ mean }) => mean), front: front.map(({ mean }) => mean), chosen: chosen.mean, peers: means }, 'front', language);
}

const told = ({ front, chosen, peers }: Handed): [string, Tested][] =>
  [...front.map((one, at): [string, Tested] => [one === chosen ? 'chosen' : `front ${at + 1}`, one]), ...Object.entries(peers)];

const frontRows = (tuned: Handed): Row[] => [
  ['setting', ...knobNames, 'busLostS', 'otherLostS', 'personLostS'],
  ...told(tuned).map(([name, { settings, mean }]): Row => [name, ...knobFields(settings), mean.busS, mean.otherS, mean.personS]),
];

/** What was tried at each junction; losses of people there, in a run on average, less those of the junction's first candidate in the same blocks. */
function junctionRows({ byJunction, chosen }: Handed, junctions: readonly string[]): Row[] {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return [
    ['junction', ...knobNames, 'blocks', 'busPersonLostS', 'otherPersonLostS', 'lessThanFirstS', 'chosen'],
    ...byJunction.flatMap((tried, junction) => tried.map(({ setting, losses }): Row => {
      const first = tried[0]!.losses, shared = losses.slice(0, first.length);
      return [
        junctions[junction]!, ...setting, losses.length, mean(losses.map(({ busPersonS }) => busPersonS)), mean(losses.map(({ otherPersonS }) => otherPersonS)),
        mean(shared.map((loss, block) => weighted(1)(first[block]!) - weighted(1)(loss))), settingKey(setting) === settingKey(chosen.settings[junction]!) ? 1 : 0,
      ];
    })),
  ];
}
