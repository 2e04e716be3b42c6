import type { Problem } from '../../engine/foundation/problem.ts';
import type { Language } from './language.ts';
import { asWritten, type ProblemWords } from './problem-words.ts';
import { changeProblems } from './problems-changes.ts';
import { nightChangeProblems } from './problems-changes-night.ts';
import { trafficChangeProblems } from './problems-changes-traffic.ts';
import { checkpointProblems } from './problems-checkpoint.ts';
import { cliProblems } from './problems-cli.ts';
import { countProblems } from './problems-counts.ts';
import { gtfsProblems } from './problems-gtfs.ts';
import { lampFailureProblems } from './problems-lamp-failures.ts';
import { lampProblems } from './problems-lamps.ts';
import { lightingProgramProblems } from './problems-lighting-programs.ts';
import { osmProblems } from './problems-osm.ts';
import { savedProblems } from './problems-saved.ts';
import { savingsCommandProblems, savingsProblems } from './problems-savings.ts';
import { questionProblems } from './problems-questions.ts';
import { queueProblems } from './problems-queue.ts';
import { rTableProblems } from './problems-r-tables.ts';
import { photometryProblems } from './problems-photometry.ts';
import { signalProblems } from './problems-signals.ts';
import { planProblems } from './problems-plans.ts';
import { sqlProblems } from './problems-sql.ts';
import { storeProblems } from './problems-store.ts';
import { streetProblems } from './problems-street.ts';
import { sumoProblems } from './problems-sumo.ts';
import { sweepProblems } from './problems-sweep.ts';
import { twinProblems } from './problems-twin.ts';
import { withinProblems } from './problems-within.ts';

/** Words for every problem that has a code. */
export const problemWords: ProblemWords = {
  ...cliProblems, ...checkpointProblems, ...changeProblems, ...twinProblems, ...sumoProblems, ...osmProblems,
  ...gtfsProblems, ...countProblems, ...planProblems, ...lampProblems, ...lampFailureProblems, ...lightingProgramProblems,
  ...rTableProblems, ...streetProblems, ...photometryProblems, ...signalProblems, ...savingsProblems, ...savedProblems,
  ...savingsCommandProblems, ...withinProblems, ...storeProblems, ...sqlProblems, ...nightChangeProblems, ...trafficChangeProblems,
  ...sweepProblems, ...questionProblems, ...queueProblems,
};

/** What the problem is and how to mend it. A code without words is named with all it knows: a person can at least search for it. */
export function inWords({ code, parameters }: Problem, language: Language): string {
  const words = Object.hasOwn(problemWords, code) ? problemWords[code] : undefined;
  if (words) return language === 'fr' ? words.fr(withCommas(parameters)) : words.en(parameters);
  const known = Object.entries(parameters).map(([name, value]) => `${name} ${value}`).join(', ');
  return known === '' ? code : `${code} (${known})`;
}

/** As French people write them; whole numbers stay numbers, for words count by them. */
const withCommas = (parameters: Problem['parameters']): Problem['parameters'] => Object.fromEntries(Object.entries(parameters)
  .map(([name, value]) => [name, typeof value === 'number' && (value < 0 || !Number.isInteger(value)) ? asWritten.fr(value) : value]));

/** Where a problem is: file and element keep the names that the file gives them, the line is said in the reader's language. Several rows are lines, not a line. */
export function placeInWords(where: string, language: Language): string {
  const rows = where.replace(/: (line|feature) (?=\d+(?:, \d+)+(?:, …)?$)/, (_, one: string) => `: ${one}s `);
  return language === 'en' ? rows : rows.replace(/: (near )?line(s?) (?=\d)/, (_, near: string | undefined, many: string) => ` : ${near ? 'vers la ' : ''}ligne${many} `)
    .replace(/, line (?=\d)/, ', ligne ').replace(/(ligne \d+): /, '$1 : ').replace(/, column (?=\d)/, ', colonne ').replace(/: feature(s?) (?=\d)/, (_, many: string) => ` : objet${many} `);
}

/** Where in a file of changes: counted from 1, with the kind and the field as the file has them. Elsewhere as `placeInWords` says it. */
export const placeOf = ({ where, parameters: { kindOfChange } }: Problem, language: Language): string =>
  placeInWords(where.replace(/(^|: )changes\.(\d+)(?:\.(.+))?$/, (_, before: string, at: string, field?: string) =>
    `${language === 'fr' ? before.replace(/: $/, ' : ') : before}${language === 'fr' ? 'changement' : 'change'} ${Number(at) + 1}${kindOfChange === undefined ? '' : ` (${kindOfChange})`}${field === undefined ? '' : `, ${entriesFromOne(field)}`}`), language);

/** 'levels.1.from' as people count: 'levels 2, from'. */
export const entriesFromOne = (field: string): string => field.replace(/\.(\d+)(?=\.|$)/g, (_, at: string) => ` ${Number(at) + 1}`).replaceAll('.', ', ');
