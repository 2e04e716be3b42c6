import { useFrame } from '@react-three/fiber';
import { useMemo, useRef } from 'react';
import { Color, Matrix4, Quaternion, Vector3, type InstancedMesh } from 'three';
import { kindOfRow, vehicleKind, type VehicleSnapshots } from '../feed/vehicle-snapshots.ts';
import { REACH_M, type StreetScene } from './street-scene.ts';

const ROOM = 400;
const heightM: Record<number, number> = { [vehicleKind.van]: 2.1, [vehicleKind.lorry]: 3.3, [vehicleKind.bus]: 3.1, [vehicleKind.tram]: 3.4 };
const colours: Record<number, string> = { [vehicleKind.bus]: '#d92485', [vehicleKind.tram]: '#188cc8', [vehicleKind.lorry]: '#b9b3a4', [vehicleKind.emergency]: '#c01818' };
const carPaint = ['#c9ccd0', '#5b6068', '#20242a', '#27406e', '#7d1f1f', '#8d8a80'];

/** The vehicles of the moment around the street, from the same snapshots as the map. */
export function StreetVehicles({ scene, snapshots, snapshotShare, nightShare }: {
  scene: StreetScene; snapshots: VehicleSnapshots; snapshotShare: () => number; nightShare: number;
}) {
  const bodies = useRef<InstancedMesh>(null), cabins = useRef<InstancedMesh>(null), lamps = useRef<InstancedMesh>(null);
  const parts = useMemo(() => ({ matrix: new Matrix4(), turn: new Quaternion(), at: new Vector3(), size: new Vector3(), up: new Vector3(0, 1, 0), colour: new Color() }), []);
  useFrame(() => {
    const body = bodies.current, cabin = cabins.current, lamp = lamps.current;
    if (!body || !cabin || !lamp) return;
    const { rows } = snapshots, share = snapshotShare();
    let count = 0;
    const put = (mesh: InstancedMesh, index: number, x: number, y: number, z: number, sx: number, sy: number, sz: number): void => {
      mesh.setMatrixAt(index, parts.matrix.compose(parts.at.set(x, y, z), parts.turn, parts.size.set(sx, sy, sz)));
    };
    for (let row = 0; row < snapshots.count() && count < ROOM; row++) {
      const at = row * 12;
      const xM = rows[at]! + (rows[at + 4]! - rows[at]!) * share - scene.xM, yM = rows[at + 1]! + (rows[at + 5]! - rows[at + 1]!) * share - scene.yM;
      if (xM * xM + yM * yM > REACH_M * REACH_M) continue;
      const turnRad = Math.atan2(rows[at + 3]! + (rows[at + 7]! - rows[at + 3]!) * share, rows[at + 2]! + (rows[at + 6]! - rows[at + 2]!) * share);
      const lengthM = rows[at + 8]!, widthM = rows[at + 9]!, kind = kindOfRow(snapshots, row);
      const boxy = heightM[kind];
      const east = Math.cos(turnRad), north = Math.sin(turnRad);
      const x = xM - east * lengthM * 0.5, z = -(yM - north * lengthM * 0.5);
      parts.turn.setFromAxisAngle(parts.up, turnRad);
      put(body, count, x, boxy ? boxy / 2 + 0.25 : 0.62, z, lengthM, boxy ? boxy - 0.3 : 0.75, widthM);
      // Cars: a cabin on top; boxy vehicles: a dark band of windows that stands out a little.
      if (boxy) put(cabin, count, x, boxy * 0.66, z, lengthM * 0.985, boxy * 0.26, widthM * 1.02);
      else put(cabin, count, x - east * 0.2, 1.18, z + north * 0.2, lengthM * 0.52, 0.55, widthM * 0.86);
      put(lamp, count, x + east * lengthM * 0.5, 0.7, z - north * lengthM * 0.5, 0.12, 0.16, widthM * 0.86);
      body.setColorAt(count, parts.colour.set(colours[kind] ?? carPaint[Math.floor(rows[at + 11]! * carPaint.length)]!));
      count++;
    }
    for (const mesh of [body, cabin, lamp]) {
      mesh.count = count;
      mesh.instanceMatrix.needsUpdate = true;
    }
    if (body.instanceColor) body.instanceColor.needsUpdate = true;
  });
  return (
    <>
      <instancedMesh ref={bodies} args={[undefined, undefined, ROOM]} count={0} frustumCulled={false}><boxGeometry /><meshLambertMaterial /></instancedMesh>
      <instancedMesh ref={cabins} args={[undefined, undefined, ROOM]} count={0} frustumCulled={false}><boxGeometry /><meshStandardMaterial color={nightShare > 0.5 ? '#6b6250' : '#1c222a'} emissive={nightShare > 0.5 ? '#3a301c' : '#000000'} roughness={0.3} /></instancedMesh>
      <instancedMesh ref={lamps} args={[undefined, undefined, ROOM]} count={0} frustumCulled={false}><boxGeometry /><meshBasicMaterial color={nightShare > 0.5 ? '#f4f8ff' : '#c8ccd2'} /></instancedMesh>
    </>
  );
}
