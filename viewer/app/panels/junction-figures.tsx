import type { Language } from '../../../scenarios/language/language.ts';
import { numbersIn } from '../../../scenarios/language/numbers.ts';
import { meanDelayS, type JunctionFigures } from '../../../scenarios/measure/junction-figures.ts';
import type { ApproachTraffic } from '../../../scenarios/measure/junction-traffic.ts';
import { servedCount } from '../../../scenarios/measure/priority-answers.ts';
import { junctionWordsFor, type JunctionWords } from '../session/words.ts';
import { useSession } from '../viewer-context.ts';
import { useResultTitle } from './top-bar.tsx';
import type { JunctionSides } from './use-junction.ts';

type Label = 'busDelay' | 'tramDelay' | 'otherDelay' | 'personDelay' | 'longestQueue' | 'failures' | 'busStopLine' | 'busPassages' | 'asked' | 'served';

/** A figure of a junction: its words, unit, digits after the point, and its value; nothing where the run has nothing to make it from. */
interface Figure { label: Label; unit: '' | 's' | 'm' | '%'; decimals: number; value(figures: JunctionFigures): number | null }

const sum = ({ traffic }: JunctionFigures, of: (approach: ApproachTraffic) => number): number => (traffic?.approaches ?? []).reduce((all, approach) => all + of(approach), 0);
const share = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

const list: readonly Figure[] = [
  { label: 'busDelay', unit: 's', decimals: 1, value: ({ traffic }) => (traffic ? meanDelayS(traffic, (one) => one === 'bus') : null) },
  { label: 'tramDelay', unit: 's', decimals: 1, value: ({ traffic }) => (traffic ? meanDelayS(traffic, (one) => one === 'tram') : null) },
  { label: 'otherDelay', unit: 's', decimals: 1, value: ({ traffic }) => (traffic ? meanDelayS(traffic, (one) => one !== 'bus' && one !== 'tram') : null) },
  { label: 'personDelay', unit: 's', decimals: 1, value: (figures) => share(sum(figures, ({ peopleDelayS }) => peopleDelayS), sum(figures, ({ people }) => people)) },
  { label: 'longestQueue', unit: 'm', decimals: 0, value: ({ traffic }) => (traffic ? Math.max(...traffic.approaches.map(({ longestQueueM }) => longestQueueM)) : null) },
  { label: 'failures', unit: '%', decimals: 1, value: (figures) => share(100 * sum(figures, ({ splitFailures }) => splitFailures), sum(figures, ({ greensWithQueue }) => greensWithQueue)) },
  { label: 'busStopLine', unit: 's', decimals: 1, value: ({ stopLine }) => stopLine?.meanLostS ?? null },
  { label: 'busPassages', unit: '', decimals: 0, value: ({ stopLine }) => stopLine?.passages ?? null },
  { label: 'asked', unit: '', decimals: 0, value: ({ answers }) => answers?.requests ?? null },
  { label: 'served', unit: '', decimals: 0, value: ({ answers }) => (answers ? servedCount(answers) : null) },
];

/** What the junction cost in the runs that are loaded, beside each other where there are two. */
export function JunctionFiguresTable({ sides: { coming, failed, sides } }: { sides: JunctionSides }) {
  const language = useSession((state) => state.language);
  const words = junctionWordsFor(language);
  if (coming) return <div className="junction-figures"><h3>{words.figures}</h3><p className="note" role="status">{words.loading}</p></div>;
  return (
    <div className="junction-figures">
      <h3>{words.figures}</h3>
      {failed && <p className="failed" role="alert">{words.failed}</p>}
      {sides.length > 0 && <Sides sides={sides} words={words} language={language} />}
      {sides.some(({ figures }) => !figures.traffic) && <p className="note">{words.noRecord}</p>}
      {sides.length > 1 && <p className="note">{words.oneSeed}</p>}
    </div>
  );
}

function Sides({ sides, words, language }: { sides: JunctionSides['sides']; words: JunctionWords; language: Language }) {
  const titleOf = useResultTitle(), { plain, signed } = numbersIn(language);
  const rows = list.map((figure) => ({ figure, values: sides.map(({ figures }) => figure.value(figures)) })).filter(({ values }) => values.some((value) => value !== null));
  return (
    <table>
      <thead>
        <tr><td />{sides.map(({ side, run }) => <th key={side} scope="col" title={titleOf(run)}>{sides.length > 1 ? side.toUpperCase() : titleOf(run)}</th>)}{sides.length > 1 && <th scope="col">{words.difference}</th>}</tr>
      </thead>
      <tbody>
        {rows.map(({ figure: { label, unit, decimals }, values: [one, two] }) => (
          <tr key={label} data-figure={label}>
            <th scope="row">{words[label]}{unit && <span className="unit"> ({unit})</span>}</th>
            <td>{one === null || one === undefined ? '–' : plain(one, decimals)}</td>
            {sides.length > 1 && <><td>{two === null || two === undefined ? '–' : plain(two, decimals)}</td><td><b>{one === null || two === null || one === undefined || two === undefined ? '–' : signed(two - one, decimals)}</b></td></>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
