import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Action } from './actions/action.ts';
import { cameraActions, wholeCity } from './actions/camera-actions.ts';
import { clockActions } from './actions/clock-actions.ts';
import { listenForShortcuts } from './actions/keyboard.ts';
import { viewActions } from './actions/view-actions.ts';
import type { LoadedCity } from './feed/load-city.ts';
import { makeCityMap, type CityMap } from './map/city-map.ts';
import { makePicker } from './map/pick.ts';
import { ClockBar } from './panels/clock-bar.tsx';
import { FactsPanel } from './panels/facts-panel.tsx';
import { Failure } from './panels/failure.tsx';
import { HoverHint } from './panels/hover-hint.tsx';
import { Loading } from './panels/loading.tsx';
import { MapButtons } from './panels/map-buttons.tsx';
import { SidePanel } from './panels/side-panel.tsx';
import { TablesPage } from './panels/tables-page.tsx';
import { TopBar } from './panels/top-bar.tsx';
import { startPlayer, type Player } from './player.ts';
import { makeMoment } from './session/moment.ts';
import type { SessionStore } from './session/session.ts';
import { wordsFor } from './session/words.ts';
import { ViewerContext, type Viewer } from './viewer-context.ts';

const ComparisonsPage = lazy(() => import('./comparisons/comparisons-page.tsx'));
const LightingPanel = lazy(() => import('./lighting/lighting-panel.tsx'));
const StreetView = lazy(() => import('./street/street-view.tsx'));

const hasWebgl = (): boolean => document.createElement('canvas').getContext('webgl2') !== null;

/** The map with everything around it. */
export function CityView({ city, session }: { city: LoadedCity; session: SessionStore }) {
  const [moment] = useState(makeMoment);
  const [webgl] = useState(hasWebgl);
  const [playing, setPlaying] = useState<{ map: CityMap; player: Player } | undefined>();
  const [fault, setFault] = useState<Error | undefined>();
  const holder = useRef<HTMLDivElement>(null);
  const picker = useMemo(() => makePicker(city.twin, city.snapshots), [city]);
  const words = wordsFor(useStore(session, ({ language }) => language));
  const street = useStore(session, (state) => state.street);
  const lighting = useStore(session, (state) => state.panel === 'lighting');
  const tables = useStore(session, (state) => state.panel === 'tables');
  const comparisons = useStore(session, (state) => state.panel === 'comparisons');
  const { drawn, night } = useStore(moment);

  useEffect(() => {
    if (!webgl || !holder.current) return;
    const { snapshots, twin, signals } = city;
    const reducedMotion = matchMedia('(prefers-reduced-motion: reduce)').matches;
    let player: Player | undefined;
    const pick = (xM: number, yM: number) => picker.at(xM, yM, {
      metresPerPixel: map.metresPerPixel(), zoom: map.camera().zoom, layerBits: session.getState().layerBits, snapshotShare: player?.snapshotShare() ?? 0,
    });
    let hoveredMs = 0;
    const map = makeCityMap({
      parent: holder.current, twin, snapshots, signals, reducedMotion,
      camera: session.getState().camera ?? wholeCity(twin, innerWidth, innerHeight),
      onCamera: (camera) => session.setState({ camera }),
      onClick: (xM, yM) => session.setState({ selected: pick(xM, yM) }),
      onHover(place) {
        const nowMs = performance.now();
        if (place && nowMs - hoveredMs < 60) return;
        hoveredMs = nowMs;
        const thing = place && pick(place.xM, place.yM);
        moment.setState({ hovered: place && thing ? { thing, xPx: place.xPx, yPx: place.yPx } : undefined });
      },
      onFirstPicture: () => moment.setState({ drawn: true }),
      onError: setFault,
    });
    player = startPlayer(city, map, session, moment);
    setPlaying({ map, player });
    return () => {
      player.stop();
      map.destroy();
    };
  }, [city, session, moment, webgl, picker]);

  const actions = useMemo((): Action[] => {
    const view = Object.values(viewActions(session, city)) as Action[];
    if (!playing) return view;
    const { map, player } = playing;
    const { moves, ...camera } = cameraActions(map, city.twin);
    const pickCentre: Action = {
      name: 'pick-centre', label: 'pickCentre', shortcuts: ['Enter'],
      run() {
        const { xM, yM, zoom } = map.camera();
        session.setState({ selected: picker.at(xM, yM, { metresPerPixel: map.metresPerPixel() * 3, zoom, layerBits: session.getState().layerBits, snapshotShare: player.snapshotShare() }) });
      },
    };
    return [...(Object.values(clockActions(session, player.clock)) as Action[]), ...view, ...(Object.values(camera) as Action[]), pickCentre, ...moves];
  }, [playing, session, city, picker]);
  useEffect(() => listenForShortcuts(actions), [actions]);

  const viewer: Viewer = { city, session, moment, map: playing?.map, player: playing?.player, actions };
  if (fault) return <Failure error={fault} words={words} onRetry={() => location.reload()} />;
  return (
    <ViewerContext value={viewer}>
      <div className={`viewer ${night ? 'night' : 'day'}`}>
        <a className="skip" href="#map" onClick={(event) => { event.preventDefault(); holder.current?.focus(); }}>{words.skipToMap}</a>
        <TopBar />
        {webgl && <div ref={holder} className="map" id="map" role="application" aria-label={words.map} tabIndex={0}><i className="crosshair" aria-hidden="true" /></div>}
        {webgl && !drawn && <Loading stage="drawing" words={words} />}
        {(!webgl || tables) && <TablesPage webgl={webgl} />}
        {comparisons && <Suspense><ComparisonsPage /></Suspense>}
        {playing && street >= 0 && street < city.twin.streets.count && <Suspense fallback={<p className="street-view waiting">{words.buffering}</p>}><StreetView key={street} street={street} /></Suspense>}
        {webgl && <SidePanel />}
        {webgl && street < 0 && <>{!lighting && <FactsPanel />}<MapButtons /><HoverHint /></>}
        {webgl && lighting && <Suspense><LightingPanel /></Suspense>}
        <ClockBar />
      </div>
    </ViewerContext>
  );
}
