import { useEffect, useMemo } from 'react';
import { rowsWhere } from '../../../engine/foundation/table.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import { numbersIn } from '../../../scenarios/language/numbers.ts';
import { zoneInWords } from '../../../scenarios/language/zones.ts';
import { Icon } from '../panels/icon.tsx';
import type { Thing } from '../session/thing.ts';
import { lightingWordsFor } from '../session/words.ts';
import { useSession, useViewer, useWords } from '../viewer-context.ts';
import { EnergyTable, TrialGist } from './energy-table.tsx';
import { NightPicture } from './night-picture.tsx';
import { ProgramSteps } from './program-steps.tsx';
import { SaveTrial } from './save-trial.tsx';
import { StreetsBelow } from './streets-below.tsx';
import { hoursShown } from './night-output.ts';
import { trialFile } from './trial-changes.ts';
import { hourJudge, streetsOfZone, zoneNight } from './trial-streets.ts';
import { useStreets, useTriedLamps, useTrial, type Trial } from './use-trial.ts';
import { useZoneFigures } from './use-zone-figures.ts';

/** A planner tries another program for a zone: energy and streets answer at once, the map shows it, a file of changes keeps it. */
export default function LightingPanel() {
  const { city: { twin }, session } = useViewer();
  const close = useWords().close, language = useSession((state) => state.language), words = lightingWordsFor(language);
  const selected = useSession((state) => state.selected);
  const trial = useTrial();
  useEffect(() => {
    const zone = selected ? zoneOf(twin, selected) : -1;
    if (zone >= 0) session.setState(({ lighting }) => ({ lighting: { ...lighting, zone: twin.lightingZones.name[zone]! } }));
  }, [twin, session, selected]);
  const names = Array.from(twin.lightingZones.name);
  return (
    <section className="facts lighting panel" aria-label={words.title}>
      <header>
        <h2>{words.title}</h2>
        <button type="button" className="button" aria-label={close} onClick={() => session.setState({ panel: 'none' })}><Icon name="close" /></button>
      </header>
      {names.length === 0 ? <p className="note">{words.noZones}</p> : (
        <label className="zone">{words.zone}
          <select value={trial?.zoneName ?? ''} onChange={({ target }) => session.setState(({ lighting }) => ({ lighting: { ...lighting, zone: target.value } }))}>
            {!trial && <option value="">…</option>}
            {names.map((name) => <option key={name} value={name}>{zoneInWords(name, language)}</option>)}
          </select>
        </label>
      )}
      {trial ? <OfZone key={trial.zoneName} trial={trial} /> : names.length > 0 && <p className="note">{words.chooseZone}</p>}
    </section>
  );
}

/** The zone of a lamp or of a lit street; -1 for anything else. */
function zoneOf({ lamps, litStreets }: ReadingTwin, { kind, row }: Thing): number {
  if (kind === 'lamps') return row < lamps.count ? lamps.zone[row]! : -1;
  if (kind !== 'streets') return -1;
  const lit = Array.prototype.indexOf.call(litStreets.street, row);
  return lit < 0 ? -1 : litStreets.zone[lit]!;
}

function OfZone({ trial }: { trial: Trial }) {
  const { city: { twin } } = useViewer();
  const language = useSession((state) => state.language), words = lightingWordsFor(language), { plain } = numbersIn(language);
  const { zone, zoneName, tried } = trial, part = useStreets();
  useTriedLamps(trial);
  const lamps = useMemo(() => rowsWhere(twin.lamps.count, (lamp) => twin.lamps.zone[lamp] === zone), [twin, zone]);
  const powerKw = useMemo(() => lamps.reduce((sum, lamp) => sum + twin.lamps.ratedPowerW[lamp]!, 0) / 1000, [twin, lamps]);
  const hours = useMemo(() => hoursShown(twin), [twin]), rows = useMemo(() => streetsOfZone(twin, zone), [twin, zone]);
  const before = useMemo(() => zoneNight(twin, zone), [twin, zone]), night = useMemo(() => zoneNight(tried, zone, before.burning), [tried, zone, before]);
  const streets = part.is === 'here' ? part.streets : undefined;
  const judge = useMemo(() => streets && hourJudge(twin, streets, rows, hours), [twin, streets, rows, hours]);
  const streetsBefore = useMemo(() => judge?.(before), [judge, before]), streetNight = useMemo(() => judge?.(night), [judge, night]);
  const figures = useZoneFigures(trial, rows, streets, { asItIs: streetsBefore, tried: streetNight });
  return (
    <>
      <p className="note">{words.zoneIs(plain(lamps.length), plain(powerKw, powerKw < 10 ? 1 : 0))}</p>
      <TrialGist {...figures} />
      <EnergyTable {...figures} />
      <NightPicture trial={trial} night={night} before={before} hours={hours} streetHours={streetNight} />
      <ProgramSteps trial={trial} />
      <StreetsBelow key={zoneName} part={part} rows={rows} hours={streetNight} before={streetsBefore} file={Object.keys(trial.programs).length > 0 ? trialFile(trial.programs) : undefined} />
      <SaveTrial trial={trial} />
    </>
  );
}
