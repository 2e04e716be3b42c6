import { numbersIn } from '../../../scenarios/language/numbers.ts';
import { Icon } from '../panels/icon.tsx';
import { lightingWordsFor } from '../session/words.ts';
import { useSession } from '../viewer-context.ts';
import { clockText } from './clock-text.ts';
import { DAY_MIN, MOST_LEVELS, MOST_OFFSET_MIN, MOST_RAMP_MIN, NEXT_MIN, withLevel, withOneMore, type TrialLevel } from './trial-program.ts';
import type { Trial } from './use-trial.ts';

const references = ['clock', 'sunset', 'nightMiddle', 'sunrise'] as const;

/** Every step with its time, output and ramp: what the handles of the picture do, by keyboard. */
export function ProgramSteps({ trial: { levels, asItIs, programs, zoneName, setLevels } }: { trial: Trial }) {
  const language = useSession((state) => state.language), words = lightingWordsFor(language), { plain, signed, share } = numbersIn(language);
  const whole = (text: string): number => Math.min(MOST_RAMP_MIN, Math.max(0, Math.round(Number(text) || 0))), offsetText = (min: number): string => `${signed(min)} ${words.minutes}`;
  return (
    <>
      <ol className="program-steps">
        {levels.map((level, at) => {
          const set = (part: Partial<TrialLevel>): void => setLevels(withLevel(levels, at, part)), number = plain(at + 1), { reference, atMin, outputShare, rampMin } = level;
          return (
            <li key={at}>
              <span className="step-when">
                <b aria-hidden="true">{number}</b>
                <select aria-label={words.countedFrom(number)} value={reference} onChange={({ target }) => set({ reference: target.value as TrialLevel['reference'], atMin: target.value === 'clock' ? 0 : 60 })}>
                  {references.map((one) => <option key={one} value={one}>{words.reference(one)}</option>)}
                </select>
                <label className="ramp">{words.ramp} <input type="number" min={0} max={MOST_RAMP_MIN} step={5} aria-label={words.stepRamp(number)} value={rampMin} onChange={({ target }) => set({ rampMin: whole(target.value) })} /> {words.minutes}</label>
                <button type="button" className="button" disabled={levels.length === 1} aria-label={words.removeStep(number)} onClick={() => setLevels(levels.filter((_, other) => other !== at))}><Icon name="close" /></button>
              </span>
              <span className="step-sliders">
                {reference === 'clock'
                  ? <input type="range" min={0} max={DAY_MIN - NEXT_MIN} step={NEXT_MIN} aria-label={words.stepTime(number)} aria-valuetext={clockText(atMin)} value={(atMin + DAY_MIN / 2) % DAY_MIN} onChange={({ target }) => set({ atMin: (Number(target.value) + DAY_MIN / 2) % DAY_MIN })} />
                  : <input type="range" min={-MOST_OFFSET_MIN} max={MOST_OFFSET_MIN} step={NEXT_MIN} aria-label={words.stepOffset(number)} aria-valuetext={offsetText(atMin)} value={atMin} onChange={({ target }) => set({ atMin: Number(target.value) })} />}
                <output>{reference === 'clock' ? clockText(atMin) : offsetText(atMin)}</output>
                <input type="range" min={0} max={100} step={1} aria-label={words.stepOutput(number)} aria-valuetext={share(outputShare)} value={Math.round(outputShare * 100)} onChange={({ target }) => set({ outputShare: Number(target.value) / 100 })} />
                <output>{share(outputShare)}</output>
              </span>
            </li>
          );
        })}
      </ol>
      <p className="step-buttons">
        <button type="button" className="button" disabled={levels.length >= MOST_LEVELS} onClick={() => setLevels(withOneMore(levels))}><Icon name="plus" />{words.addStep}</button>
        <button type="button" className="button" disabled={!programs[zoneName]} onClick={() => setLevels(asItIs)}>{words.backToNow}</button>
      </p>
    </>
  );
}
