import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { CityView } from './city-view.tsx';
import { loadCity, type LoadedCity, type LoadingStage } from './feed/load-city.ts';
import { layersOf } from './map/layers.ts';
import { Failure } from './panels/failure.tsx';
import { Loading } from './panels/loading.tsx';
import { fromAddress, keepAddress } from './session/address.ts';
import { makeSession, type SessionStore } from './session/session.ts';
import { wordsFor } from './session/words.ts';

type Phase = { is: 'loading'; stage: LoadingStage } | { is: 'failed'; error: unknown } | { is: 'ready'; city: LoadedCity };

/** Loads the city that the address asks for, then shows it. */
export function App() {
  const [session] = useState<SessionStore>(() => makeSession(fromAddress(location.hash)));
  const [phase, setPhase] = useState<Phase>({ is: 'loading', stage: { stage: 'list' } });
  const [attempt, setAttempt] = useState(0);
  const language = useStore(session, (state) => state.language);
  const current = useRef(0);

  useEffect(() => { document.documentElement.lang = language; }, [language]);
  useEffect(() => keepAddress(session, () => location.reload()), [session]);
  useEffect(() => {
    const mine = ++current.current;
    const { city, results, layerBits } = session.getState();
    const onStage = (stage: LoadingStage): void => { if (current.current === mine) setPhase({ is: 'loading', stage }); };
    loadCity(city, results, onStage).then((loaded) => {
      if (current.current !== mine) return;
      const firstBits = layersOf(loaded.twin).filter(({ shownAtFirst }) => shownAtFirst).reduce((bits, { bit }) => bits | bit, 0);
      session.setState({ city: loaded.name, results: { a: loaded.run('a')?.name ?? '', b: loaded.run('b')?.name ?? '' }, layerBits: layerBits >= 0 ? layerBits : firstBits });
      setPhase({ is: 'ready', city: loaded });
    }, (error: unknown) => {
      if (current.current === mine) setPhase({ is: 'failed', error });
    });
  }, [attempt, session]);

  const words = wordsFor(language);
  if (phase.is === 'failed') return <Failure error={phase.error} words={words} onRetry={() => setAttempt(attempt + 1)} />;
  if (phase.is === 'loading') return <Loading stage={phase.stage} words={words} />;
  return <CityView city={phase.city} session={session} />;
}
