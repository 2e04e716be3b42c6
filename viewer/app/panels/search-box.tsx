import { useDeferredValue, useMemo, useState } from 'react';
import { SEARCH_ID } from '../actions/view-actions.ts';
import { placeOf } from '../map/thing-place.ts';
import type { Thing } from '../session/thing.ts';
import { thingWordsFor } from '../session/words.ts';
import { useSession, useViewer, useWords } from '../viewer-context.ts';
import { streetsAtSignals } from './street-facts.ts';

/** Letters as people type them: without accents, hyphens and capitals. */
const plain = (value: string): string => value.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[-’']/g, ' ');

interface Entry { thing: Thing; name: string; plainName: string; kind: 'kindCommune' | 'kindLine' | 'kindStop' | 'kindStreet' | 'kindSignals' }

const MOST_SHOWN = 8;

/** Finds communes, lines, stops, streets and signalised junctions by name, and flies there. */
export function SearchBox() {
  const { city, session, map } = useViewer();
  const words = useWords();
  const things = thingWordsFor(useSession(({ language }) => language));
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const [open, setOpen] = useState(false);
  const entries = useMemo((): Entry[] => {
    const { communes, lines, stops, streets, controllers } = city.twin, crossings = streetsAtSignals(city.twin);
    const seen = new Set<string>();
    const list = (kind: Entry['kind'], of: Thing['kind'], count: number, nameOf: (row: number) => string): Entry[] =>
      Array.from({ length: count }, (_, row) => ({ kind, thing: { kind: of, row }, name: nameOf(row), plainName: plain(nameOf(row)) }))
        // A street of many stretches, or a stop of two directions, is found once.
        .filter(({ name }) => name !== '' && !seen.has(`${kind} ${name}`) && seen.add(`${kind} ${name}`));
    return [
      ...list('kindCommune', 'communes', communes.count, (row) => communes.name[row]!),
      ...list('kindLine', 'lines', lines.count, (row) => `${lines.name[row]} ${lines.title[row]}`),
      ...list('kindStop', 'stops', stops.count, (row) => stops.name[row]!),
      ...list('kindStreet', 'streets', streets.count, (row) => streets.name[row]!),
      ...list('kindSignals', 'controllers', controllers.count, (row) => [crossings[row], controllers.name[row]].filter(Boolean).join(' · ')),
    ];
  }, [city]);
  const wanted = plain(useDeferredValue(typed).trim());
  const found = useMemo(() => {
    if (wanted === '') return [];
    const starts = entries.filter(({ plainName }) => plainName.startsWith(wanted));
    const holds = entries.filter(({ plainName }) => !plainName.startsWith(wanted) && plainName.includes(wanted));
    return [...starts, ...holds].slice(0, MOST_SHOWN);
  }, [entries, wanted]);
  const go = (entry: Entry | undefined): void => {
    if (!entry) return;
    const place = placeOf(city.twin, entry.thing);
    session.setState({ selected: entry.thing });
    if (place) map?.setCamera({ xM: place.xM, yM: place.yM, zoom: place.zoom }, 1200);
    setOpen(false);
    setTyped(entry.name);
  };
  const shown = open && wanted !== '';
  return (
    <div className="search" role="search">
      <input
        id={SEARCH_ID} type="search" autoComplete="off" placeholder={words.searchShort} aria-label={words.search} role="combobox" aria-expanded={shown}
        aria-controls="found" aria-autocomplete="list" aria-activedescendant={shown && found.length > 0 ? `found-${at}` : undefined} value={typed}
        onChange={(event) => { setTyped(event.target.value); setAt(0); setOpen(true); }} onFocus={() => setOpen(true)} onBlur={() => setOpen(false)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') { event.preventDefault(); setAt(Math.min(found.length - 1, at + 1)); }
          else if (event.key === 'ArrowUp') { event.preventDefault(); setAt(Math.max(0, at - 1)); }
          else if (event.key === 'Enter') go(found[at]);
          else if (event.key === 'Escape') { event.stopPropagation(); setOpen(false); }
        }}
      />
      <ul id="found" role="listbox" aria-label={words.search} hidden={!shown}>
        {found.map((entry, index) => (
          <li key={`${entry.kind} ${entry.name}`} id={`found-${index}`} role="option" aria-selected={index === at} onPointerDown={(event) => { event.preventDefault(); go(entry); }}>
            <span>{entry.name}</span> <small>{things[entry.kind]}</small>
          </li>
        ))}
        {shown && found.length === 0 && <li role="option" aria-selected="false" aria-disabled="true">{words.nothingFound}</li>}
      </ul>
      <span className="unseen" role="status">{shown ? words.found(found.length) : ''}</span>
    </div>
  );
}
