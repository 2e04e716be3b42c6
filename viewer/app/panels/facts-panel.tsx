import { useMemo } from 'react';
import { placeOf } from '../map/thing-place.ts';
import { streetOf } from '../street/street-of.ts';
import { useSession, useViewer, useWords } from '../viewer-context.ts';
import type { Thing } from '../session/thing.ts';
import { Icon } from './icon.tsx';
import { thingFacts } from './thing-facts.ts';
import { useFactContext } from './use-facts.ts';

/** What is known of the thing that was clicked. */
export function FactsPanel() {
  const selected = useSession((session) => session.selected);
  return selected ? <Facts thing={selected} /> : null;
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
      <p className="source">{context.words.source} : {shown.source}</p>
    </section>
  );
}
