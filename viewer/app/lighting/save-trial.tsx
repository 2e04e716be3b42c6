import { yearTells } from '../../../scenarios/compare/year-tells.ts';
import { zoneInWords } from '../../../scenarios/language/zones.ts';
import { lightingWordsFor } from '../session/words.ts';
import { useSession, useViewer } from '../viewer-context.ts';
import { trialChanges, trialFile } from './trial-changes.ts';
import type { Trial } from './use-trial.ts';

/** What is tried as a file of changes, with the commands that compare and report it. */
export function SaveTrial({ trial: { programs } }: { trial: Trial }) {
  const { city: { twin } } = useViewer();
  const language = useSession((state) => state.language), words = lightingWordsFor(language), zones = Object.keys(programs);
  const file = trialFile(programs), changes = trialChanges(programs, words.why(zones.map((zone) => zoneInWords(zone, language)).join(', ')));
  const command = (text: string) => <code className="command" tabIndex={0}>{text}</code>;
  return (
    <div className="save-trial">
      <h3>{words.save}</h3>
      {zones.length === 0 ? <p className="note">{words.sameAsNow}</p> : (
        <>
          <a className="button strong" download={file} href={`data:application/json;charset=utf-8,${encodeURIComponent(`${JSON.stringify(changes, undefined, 2)}\n`)}`}>{words.saveFile(file)}</a>
          <p className="note">{words.thenCompare}</p>
          {/* Where a year does not tell all that lamps do, a whole day would be simulated. */}
          {command(`npx jumeau compare baseline ${file}${yearTells(twin) ? '' : ' --from 22:00 --hours 1'}`)}
          <p className="note">{words.thenLight}</p>
          {command(`npx jumeau light ${file}`)}
          <p className="note">{words.thenReport}</p>
          {command(`npx jumeau report savings ${file} --out ${file.replace('.json', '.html')}`)}
          <p className="note">{words.ownCity}</p>
        </>
      )}
    </div>
  );
}
