import { priorityChange, priorityKnobs } from '../scenarios/tune/priority-setting.ts';
import { tuningWords } from '../scenarios/language/tuning.ts';
import { csvField } from './csv-field.ts';
import type { Tested, Tuned } from '../scenarios/tune/tune-priority.ts';

const csv = (rows: readonly (readonly (string | number)[])[]): string => rows.map((row) => `${row.map((value) => csvField(String(value))).join(',')}\n`).join('');

const knobNames = priorityKnobs.map(({ name }) => name);

/** What a search leaves for those who go on with it: the front, the setting for every junction, all that was tried, and the setting as a change of a scenario. */
export function tuningFiles({ front, known, chosen, tried }: Tuned, junctions: readonly string[]): Record<string, string> {
  const tested = (name: string, { setting, mean }: Tested): (string | number)[] => [name, ...setting, mean.busS, mean.otherS, mean.personS];
  const head = ['setting', ...knobNames, 'busLostS', 'otherLostS', 'personLostS'];
  return {
    'front.csv': csv([head, ...front.map((one, at) => tested(one === chosen ? 'chosen' : `front ${at + 1}`, one)), ...Object.entries(known).map(([name, one]) => tested(name, one))]),
    'settings.csv': csv([['junction', ...knobNames], ...junctions.map((junction) => [junction, ...chosen.setting])]),
    'tried.csv': csv([[...knobNames, 'seeds', 'busLostS', 'otherLostS'], ...tried.map(({ setting, costs, mean }) => [...setting, costs.length, ...mean])]),
    'change.json': `${JSON.stringify([priorityChange(chosen.setting, [...junctions], { fr: tuningWords.why.fr, en: tuningWords.why.en })], null, 2)}\n`,
  };
}
