import { Canvas, useThree } from '@react-three/fiber';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Color } from 'three';
import { OrbitControls } from 'three/addons/controls/OrbitControls.js';
import { lightOver } from '../map/daylight.ts';
import { Icon } from '../panels/icon.tsx';
import { useSession, useViewer, useWords } from '../viewer-context.ts';
import { Ground, Houses } from './street-bodies.tsx';
import { LampLight, StreetLamps } from './street-lamps.tsx';
import { StreetPeople } from './street-people.tsx';
import { streetScene } from './street-scene.ts';
import { StreetVehicles } from './street-vehicles.tsx';

/** Turning and approaching with mouse or fingers, never below the ground. */
function Controls() {
  const { camera, gl, invalidate } = useThree();
  useEffect(() => {
    const controls = new OrbitControls(camera, gl.domElement);
    controls.target.set(0, 2.5, 0);
    controls.maxPolarAngle = Math.PI * 0.488;
    controls.minDistance = 8;
    controls.maxDistance = 170;
    controls.update();
    controls.addEventListener('change', () => invalidate());
    return () => controls.dispose();
  }, [camera, gl, invalidate]);
  return null;
}

/** Draws a picture whenever the player has moved on. */
function FollowPlayer() {
  const { player } = useViewer();
  const invalidate = useThree((state) => state.invalidate);
  useEffect(() => player?.onFrame(() => invalidate()), [player, invalidate]);
  return null;
}

/** One street close up: houses, lamps with their cones of light, crossings, and the vehicles and people of the moment. */
export default function StreetView({ street }: { street: number }) {
  const { city, session, player } = useViewer();
  const words = useWords();
  const scene = useMemo(() => streetScene(city.twin, street), [city, street]);
  const timeS = useSession((state) => state.timeS);
  const [shares, setShares] = useState<ArrayLike<number>>(() => player?.lampShares() ?? []);
  useEffect(() => player?.onFrame(() => setShares(player.lampShares())), [player]);
  const shareOf = useCallback((lamp: number): number => shares[player?.lampGroupOf()[lamp] ?? 0] ?? 0, [shares, player]);
  const daylight = useMemo(() => lightOver(city.twin, timeS), [city, Math.floor(timeS / 60)]);
  const { dayShare, toSun, sunColour } = daylight;
  const nightShare = daylight.lampVisibility;
  const sky = useMemo(() => new Color('#0b1120').lerp(new Color('#b9d3e8'), dayShare), [dayShare]);
  const sun = useMemo(() => new Color(...sunColour), [sunColour]);
  const name = city.twin.streets.name[street] || '';
  const eye = useMemo((): [number, number, number] => {
    // A few storeys up, looking along the street and a little across it.
    // Not far past the end of a short street, where houses of the next one stand.
    const backM = Math.min(44, city.twin.streets.lengthM[street]! / 2 + 6), asideM = 2.5;
    return [-scene.east * backM - scene.north * asideM, 7.5, scene.north * backM - scene.east * asideM];
  }, [scene, city, street]);
  // The scene has the focus, not its button: the space bar plays and pauses here as on the map.
  const section = useRef<HTMLElement>(null);
  useEffect(() => section.current?.focus(), []);
  return (
    <section ref={section} tabIndex={-1} className="street-view" aria-label={words.streetScene(name)} data-lamps={scene.lamps.length} data-houses={scene.houses.length}>
      <Canvas frameloop="demand" dpr={[1, 2]} camera={{ position: eye, fov: 52, near: 0.5, far: 900 }} gl={{ antialias: true, preserveDrawingBuffer: false }} flat>
        <color attach="background" args={[sky]} />
        <fog attach="fog" args={[sky, 110, 400]} />
        <hemisphereLight args={[dayShare > 0.3 ? sky : '#8298c4', '#6d6656', 0.32 + dayShare * 1.4]} />
        <LampLight scene={scene} shareOf={shareOf} nightShare={nightShare} />
        <directionalLight position={[toSun[0] * 100, toSun[2] * 100, -toSun[1] * 100]} color={sun} intensity={dayShare * 1.9} />
        <Ground scene={scene} />
        <Houses scene={scene} nightShare={nightShare} />
        <StreetLamps scene={scene} shareOf={shareOf} nightShare={nightShare} />
        {player && <StreetVehicles scene={scene} snapshots={city.snapshots} snapshotShare={player.snapshotShare} nightShare={nightShare} />}
        {player && <StreetPeople scene={scene} rows={player.people} timeS={player.clock.timeS} />}
        <Controls />
        <FollowPlayer />
      </Canvas>
      <div className="street-caption panel">
        <span><b>{name}</b> <small>{words.streetHint}</small></span>
        <button type="button" className="button strong" onClick={() => session.setState({ street: -1 })}><Icon name="close" />{words.closeStreet}</button>
      </div>
    </section>
  );
}
