import { useLayoutEffect, useMemo, useRef } from 'react';
import { BufferAttribute, BufferGeometry, Color, Matrix4, Quaternion, Vector3, type InstancedMesh } from 'three';
import type { StreetScene } from './street-scene.ts';

const UP = new Vector3(0, 1, 0);
const place = (x: number, y: number, z: number, turnRad: number, sx: number, sy: number, sz: number): Matrix4 =>
  new Matrix4().compose(new Vector3(x, y, z), new Quaternion().setFromAxisAngle(UP, turnRad), new Vector3(sx, sy, sz));

/** Triangles on the ground at a height that keeps what lies above what. */
function groundGeometry(corners: readonly number[], heightM: number): BufferGeometry {
  const positions = new Float32Array((corners.length / 2) * 3), normals = new Float32Array(positions.length);
  for (let at = 0; at < corners.length / 2; at++) {
    positions.set([corners[2 * at]!, heightM, corners[2 * at + 1]!], at * 3);
    normals[at * 3 + 1] = 1;
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(positions, 3));
  geometry.setAttribute('normal', new BufferAttribute(normals, 3));
  return geometry;
}

/** Ground, pavements, carriageways and crossings. */
export function Ground({ scene }: { scene: StreetScene }) {
  const pavements = useMemo(() => groundGeometry(scene.pavements, 0.02), [scene]);
  const carriageways = useMemo(() => groundGeometry(scene.carriageways, 0.05), [scene]);
  const zebras = useMemo(() => groundGeometry(scene.zebras, 0.075), [scene]);
  return (
    <>
      <mesh rotation-x={-Math.PI / 2}><circleGeometry args={[420, 48]} /><meshLambertMaterial color="#8d9577" /></mesh>
      <mesh geometry={pavements}><meshLambertMaterial color="#a9a49b" side={2} /></mesh>
      <mesh geometry={carriageways}><meshLambertMaterial color="#4d5056" side={2} /></mesh>
      <mesh geometry={zebras}><meshLambertMaterial color="#e9e8e2" side={2} /></mesh>
      {scene.patches.map(({ x, z, radiusM }) => <mesh key={`${x} ${z}`} position={[x, 0.052, z]} rotation-x={-Math.PI / 2}><circleGeometry args={[radiusM, 24]} /><meshLambertMaterial color="#4d5056" /></mesh>)}
    </>
  );
}

/** A gable on a unit square: ridge along x, eaves at 0. */
function roofGeometry(): BufferGeometry {
  const a = [-0.5, 0, -0.5], b = [0.5, 0, -0.5], c = [0.5, 0, 0.5], d = [-0.5, 0, 0.5], r = [0.5, 1, 0], l = [-0.5, 1, 0];
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(Float32Array.from([d, c, r, d, r, l, b, a, l, b, l, r, c, b, r, a, d, l].flat()), 3));
  geometry.computeVertexNormals();
  return geometry;
}

/** Houses as boxes with gables; some windows are lit in the evening: scenery. */
export function Houses({ scene, nightShare }: { scene: StreetScene; nightShare: number }) {
  const walls = useRef<InstancedMesh>(null), roofs = useRef<InstancedMesh>(null), windows = useRef<InstancedMesh>(null);
  const roof = useMemo(roofGeometry, []);
  const panes = useMemo(() => windowsOf(scene), [scene]);
  useLayoutEffect(() => {
    scene.houses.forEach(({ x, z, widthM, depthM, heightM, turnRad, seed }, at) => {
      walls.current!.setMatrixAt(at, place(x, heightM / 2, z, turnRad, widthM, heightM, depthM));
      walls.current!.setColorAt(at, new Color().setHSL(0.09 + seed * 0.03, 0.22, 0.72 + ((seed * 7) % 1) * 0.14));
      roofs.current!.setMatrixAt(at, place(x, heightM, z, turnRad, widthM + 0.6, Math.min(widthM, depthM) * 0.34, depthM + 0.6));
      roofs.current!.setColorAt(at, new Color().setHSL(0.03, 0.3 + seed * 0.2, 0.24 + ((seed * 3) % 1) * 0.08));
    });
    panes.forEach((matrix, at) => windows.current!.setMatrixAt(at, matrix.matrix));
    for (const mesh of [walls, roofs, windows]) {
      mesh.current!.instanceMatrix.needsUpdate = true;
      mesh.current!.computeBoundingSphere();
    }
  }, [scene, panes]);
  useLayoutEffect(() => {
    const dark = new Color('#2a323d'), lit = new Color('#ffcf8a');
    panes.forEach(({ awake }, at) => windows.current!.setColorAt(at, awake && nightShare > 0.5 ? lit : dark));
    if (windows.current!.instanceColor) windows.current!.instanceColor.needsUpdate = true;
  }, [panes, nightShare > 0.5]);
  const count = Math.max(1, scene.houses.length);
  return (
    <>
      <instancedMesh ref={walls} args={[undefined, undefined, count]} count={scene.houses.length}><boxGeometry /><meshLambertMaterial /></instancedMesh>
      <instancedMesh ref={roofs} args={[roof, undefined, count]} count={scene.houses.length}><meshLambertMaterial side={2} /></instancedMesh>
      <instancedMesh ref={windows} args={[undefined, undefined, Math.max(1, panes.length)]} count={panes.length}><boxGeometry /><meshBasicMaterial /></instancedMesh>
    </>
  );
}

const MOST_PANES = 2600;

/** Window panes on both long walls of each house. */
function windowsOf(scene: StreetScene): { matrix: Matrix4; awake: boolean }[] {
  const panes: { matrix: Matrix4; awake: boolean }[] = [];
  const nearest = [...scene.houses].sort((a, b) => a.x * a.x + a.z * a.z - b.x * b.x - b.z * b.z);
  for (const { x, z, widthM, depthM, heightM, turnRad, seed } of nearest) {
    const perFloor = Math.max(1, Math.floor(widthM / 3.2)), floors = Math.max(1, Math.floor(heightM / 3));
    for (let floor = 0; floor < floors; floor++) for (let at = 0; at < perFloor; at++) for (const side of [-1, 1]) {
      if (panes.length >= MOST_PANES) return panes;
      const alongM = ((at + 0.5) / perFloor - 0.5) * widthM, awayM = side * (depthM / 2 + 0.02);
      const cos = Math.cos(turnRad), sin = Math.sin(turnRad);
      const draw = (Math.imul(at * 31 + floor * 17 + side + Math.floor(seed * 65536), 2654435761) >>> 16) / 65536;
      panes.push({ matrix: place(x + cos * alongM + sin * awayM, 1.6 + floor * 3, z - sin * alongM + cos * awayM, turnRad, 1.1, 1.4, 0.06), awake: draw < 0.2 });
    }
  }
  return panes;
}
