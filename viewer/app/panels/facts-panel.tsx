import { useMemo } from 'react';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import { placeOf } from '../map/thing-place.ts';
import { streetOf } from '../street/street-of.ts';
import { useSession, useViewer, useWords } from '../viewer-context.ts';
import type { Thing } from '../session/thing.ts';
import { Icon } from './icon.tsx';
import { JunctionPanel } from './junction-panel.tsx';
import { thingFacts } from './thing-facts.ts';
import { useFactContext } from './use-facts.ts';

/** What is known of the thing that was clicked; of a signalised junction in a run, all that the run tells of it. */
export function FactsPanel() {
  const { city } = useViewer();
  const selected = useSession((session) => session.selected);
  const shown = useSession((session) => session.shown);
  if (!selected) return null;
  const controller = controllerOf(city.twin, selected);
  return controller >= 0 && city.run(shown) ? <JunctionPanel controller={controller} /> : <Facts thing={selected} />;
}

/** The signal controller that a thing is or belongs to; -1 for none. */
function controllerOf({ controllers, junctions }: ReadingTwin, { kind, row }: Thing): number {
  if (kind === 'controllers') return row < controllers.count ? row : -1;
  return kind === 'junctions' && row < junctions.count ? junctions.controller[row]! : -1;
}

function Facts({ thing }: { thing: Thing }) {
  const { session, map, city, player, actions } = useViewer();
  const words = useWords();
  const context = useFactContext();
  // Facts about thousands of rows need not be found anew at every tick of the clock.
  const tick = Math.floor(context.timeS / (thing.kind === 'departures' || thing.kind === 'controllers' ? 0.5 : 30));
  const shown = useMemo(() => thingFacts(context, thing), [thing, tick, context.language, context.shown, player?.lampShares()]);
  if (!shown) return null;
  const goTo = (target: Thing): void => {
    session.setState({ selected: target });
    const place = placeOf(city.twin, target);
    if (place) map?.setCamera({ xM: place.xM, yM: place.yM, zoom: place.zoom }, 900);
  };
  const street = actions.find(({ name }) => name === 'street');
  return (
    <section className="facts panel" aria-label={`${shown.kind} ${shown.title}`}>
      <header>
        <h2><small>{shown.kind}</small> {shown.title}</h2>
        <button type="button" className="button" aria-label={words.close} onClick={() => session.setState({ selected: undefined })}><Icon name="close" /></button>
      </header>
      <dl>
        {shown.facts.map(({ label, value, unit, link, colour }, at) => (
          <div key={`${label} ${at}`}>
            <dt>{label}</dt>
            <dd>
              {colour && <i className="line-colour" style={{ background: colour }} />}
              {link ? <button type="button" className="link" onClick={() => goTo(link)}>{value}</button> : <span className="value">{value}</span>}
              {unit && <> <span className="unit">{unit}</span></>}
            </dd>
          </div>
        ))}
      </dl>
      {street && streetOf(city.twin, thing) >= 0 && <button type="button" className="button strong" onClick={() => street.run()}>{words.openStreet}</button>}
      <p className="source">{context.words.source} {shown.source}</p>
    </section>
  );
}
