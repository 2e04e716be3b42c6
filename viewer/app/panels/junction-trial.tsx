import { useState } from 'react';
import type { JunctionControl } from '../../../scenarios/explain/junction-control.ts';
import { wordsIn } from '../../../scenarios/language/language.ts';
import { priorityReportWords } from '../../../scenarios/language/priority-report.ts';
import { junctionWordsFor } from '../session/words.ts';
import { useSession } from '../viewer-context.ts';
import { trialChanges, trialFigures, trialFile, trialOf, type PriorityTrial } from './priority-trial.ts';

/** Another priority for this junction, as a file of changes and the command that compares it over several seeds: the viewer itself runs nothing. */
export function JunctionTrial({ name, control }: { name: string; control: JunctionControl }) {
  const language = useSession((state) => state.language);
  const words = junctionWordsFor(language), report = wordsIn(priorityReportWords, language);
  const [trial, setTrial] = useState(() => trialOf(control));
  const set = (part: Partial<PriorityTrial>): void => setTrial({ ...trial, ...part });
  const changes = trialChanges(name, words.trialWhy(name), control, trial), file = trialFile(name), text = `${JSON.stringify(changes, undefined, 2)}\n`;
  const setFigure = (figure: keyof typeof trialFigures, value: string): void => {
    const { [figure]: _before, ...others } = trial.figures, isSaid = value !== '' && Number(value) >= 0;
    set({ figures: isSaid ? { ...others, [figure]: Math.min(trialFigures[figure], Number(value)) } : others });
  };
  return (
    <details className="trial">
      <summary>{words.trial}</summary>
      <p className="note">{words.trialAbout}</p>
      <label><input type="checkbox" checked={trial.given} onChange={(event) => set({ given: event.target.checked })} /> {words.trialGiven}</label>
      <fieldset disabled={!trial.given}>
        <legend className="unseen">{words.trial}</legend>
        {(['earlyGreen', 'skip', 'insertion', 'rotation'] as const).map((one) => (
          <label key={one}><input type="checkbox" checked={trial[one]} onChange={(event) => set({ [one]: event.target.checked })} /> {report.meansNamed(one)}</label>
        ))}
        {(Object.keys(trialFigures) as (keyof typeof trialFigures)[]).map((figure) => (
          <label key={figure} className="number">{words.trialFigure(figure)} <input type="number" min={0} max={trialFigures[figure]} placeholder={words.trialAsNow} onChange={(event) => setFigure(figure, event.target.value)} /> {figure.endsWith('S') ? 's' : words.trialCycles}</label>
        ))}
      </fieldset>
      {changes.length === 0 ? <p className="note">{words.trialSame}</p> : (
        <>
          <a className="button strong" download={file} href={`data:application/json;charset=utf-8,${encodeURIComponent(text)}`}>{words.trialSave(file)}</a>
          <p className="note">{words.trialThen}</p>
          <code className="command" tabIndex={0}>{`npx jumeau report priority baseline ${file} --from 07:00 --hours 1 --seeds 5 --out ${file.replace('.json', '.html')}`}</code>
          <p className="note">{words.trialOwnCity}</p>
        </>
      )}
    </details>
  );
}
