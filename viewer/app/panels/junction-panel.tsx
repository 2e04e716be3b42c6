import { useMemo } from 'react';
import { junctionControl } from '../../../scenarios/explain/junction-control.ts';
import { junctionWordsFor, thingWordsFor } from '../session/words.ts';
import { useSession, useViewer, useWords } from '../viewer-context.ts';
import { Icon } from './icon.tsx';
import { JunctionFiguresTable } from './junction-figures.tsx';
import { JunctionNow } from './junction-now.tsx';
import { JunctionPictures } from './junction-pictures.tsx';
import { JunctionRequests } from './junction-requests.tsx';
import { JunctionStrip } from './junction-strip.tsx';
import { JunctionTrial } from './junction-trial.tsx';
import { thingFacts } from './thing-facts.ts';
import { useJunctionPart, useJunctionSides, useJunctionSpans, type JunctionSides } from './use-junction.ts';

/** A signalised junction as a traffic engineer opens it: what it shows and why, who asked for what, and what it costs. */
export function JunctionPanel({ controller }: { controller: number }) {
  const { city, session } = useViewer();
  const words = useWords();
  const language = useSession((state) => state.language);
  const shown = useSession((state) => state.shown);
  useSession((state) => state.results);
  const things = thingWordsFor(language), run = city.run(shown)?.name ?? '', sides = useJunctionSides(controller);
  // What is said of the thing itself does not follow the clock.
  const facts = useMemo(() => thingFacts({ city, twin: city.twin, timeS: 0, shown, language, words: things, lampShare: () => 0 }, { kind: 'controllers', row: controller }), [city, controller, language]);
  if (!facts) return null;
  return (
    <section className="facts junction panel" aria-label={`${facts.kind} ${facts.title}`}>
      <header>
        <h2><small>{facts.kind} {city.twin.controllers.name[controller]}</small> {facts.title}</h2>
        <button type="button" className="button" aria-label={words.close} onClick={() => session.setState({ selected: undefined })}><Icon name="close" /></button>
      </header>
      <JunctionOfRun key={`${run} ${controller}`} run={run} controller={controller} sides={sides} />
      <p className="source">{things.source} {facts.source}</p>
    </section>
  );
}

/** Made anew for another run or junction. */
function JunctionOfRun({ run, controller, sides }: { run: string; controller: number; sides: JunctionSides }) {
  const { city } = useViewer();
  const words = junctionWordsFor(useSession(({ language }) => language));
  const plans = useJunctionPart(run, controller, (feed) => feed.plans());
  const spans = useJunctionSpans(run, controller);
  // A trial changes the city as it is, whatever the run that is shown had changed.
  const asItIs = useMemo(() => junctionControl(city.twin, controller), [city, controller]);
  const pieces = spans.is === 'here' ? spans.value : [], isRecorded = pieces.some(({ moments }) => moments.length > 0), known = plans.is === 'here' ? plans.value : undefined;
  return (
    <>
      <JunctionNow pieces={pieces} plans={known} />
      {spans.is === 'coming' && <p className="note" role="status">{words.loading}</p>}
      {spans.is === 'failed' && <p className="failed" role="alert">{words.failed}</p>}
      {(spans.is === 'missing' || (spans.is === 'here' && !isRecorded)) && <p className="note">{words.notRecorded}</p>}
      {isRecorded && <JunctionStrip pieces={pieces} />}
      {isRecorded && <JunctionRequests pieces={pieces} />}
      <JunctionFiguresTable sides={sides} />
      {known && <JunctionPictures controller={controller} plans={known} pieces={pieces} sides={sides} />}
      {known && <JunctionTrial name={city.twin.controllers.name[controller]!} control={asItIs} />}
    </>
  );
}
