import { useFrame } from '@react-three/fiber';
import { useMemo, useRef } from 'react';
import { Matrix4, type InstancedMesh } from 'three';
import { PERSON_FLOATS, personAt } from '../feed/people-rows.ts';
import { REACH_M, type StreetScene } from './street-scene.ts';

const ROOM = 200, TALL_M = 1.7;

/** The people of the moment at the crossings around the street. */
export function StreetPeople({ scene, rows, timeS }: { scene: StreetScene; rows: () => Float32Array; timeS: () => number }) {
  const bodies = useRef<InstancedMesh>(null), matrix = useMemo(() => new Matrix4(), []);
  useFrame(() => {
    const mesh = bodies.current, people = rows(), nowS = timeS();
    if (!mesh) return;
    let count = 0;
    for (let row = 0; row < people.length / PERSON_FLOATS && count < ROOM; row++) {
      const at = row * PERSON_FLOATS;
      if (Math.abs(people[at]! - scene.xM) > REACH_M || Math.abs(people[at + 1]! - scene.yM) > REACH_M) continue;
      const place = personAt(people, row, nowS);
      if (place) mesh.setMatrixAt(count++, matrix.makeTranslation(place.xM - scene.xM, TALL_M / 2, scene.yM - place.yM));
    }
    mesh.count = count;
    mesh.instanceMatrix.needsUpdate = true;
  });
  return <instancedMesh ref={bodies} args={[undefined, undefined, ROOM]} count={0} frustumCulled={false}><capsuleGeometry args={[0.24, TALL_M - 0.48, 3, 8]} /><meshLambertMaterial color="#3b3a7a" /></instancedMesh>;
}
