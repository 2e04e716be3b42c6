import { useLayoutEffect, useMemo, useRef } from 'react';
import { AdditiveBlending, Color, ConeGeometry, InstancedBufferAttribute, Matrix4, ShaderMaterial, Vector3, type InstancedMesh } from 'three';
import type { StreetScene } from './street-scene.ts';

const POST = '#3a3f46', HEAD = new Color('#ffd9a0'), DARK = new Color('#4a4f57');

const glowVertex = `
attribute float strength;
varying float power; varying vec3 at;
void main() { power = strength; at = position; gl_Position = projectionMatrix * modelViewMatrix * instanceMatrix * vec4(position, 1.0); }`;
// A cone of lit air: strongest under the head, gone at the ground and towards the rim.
const coneFragment = `
varying float power; varying vec3 at; uniform float night;
void main() { float up = at.y + 0.5; gl_FragColor = vec4(vec3(1.0, 0.76, 0.46) * power * night * 0.2 * pow(up, 1.6), 1.0); }`;
// Light on the ground of a downward Lambertian source: 1 / (1 + (d / h)^2)^2.
const poolFragment = `
varying float power; varying vec3 at; uniform float night;
void main() { float d = length(at.xy) * 4.0; float e = 1.0 / ((1.0 + d * d) * (1.0 + d * d)); gl_FragColor = vec4(vec3(1.0, 0.74, 0.42) * power * night * 0.62 * e * smoothstep(4.0, 2.4, d), 1.0); }`;

const light = (fragmentShader: string): ShaderMaterial => new ShaderMaterial({
  vertexShader: glowVertex, fragmentShader, uniforms: { night: { value: 1 } }, transparent: true, depthWrite: false, blending: AdditiveBlending, side: 2,
});

/** Lamps of the street: posts, arms, heads, a cone of light in the air and a pool on the ground, as strong as the lamp's output. */
export function StreetLamps({ scene, shareOf, nightShare }: { scene: StreetScene; shareOf: (lamp: number) => number; nightShare: number }) {
  const posts = useRef<InstancedMesh>(null), arms = useRef<InstancedMesh>(null), heads = useRef<InstancedMesh>(null);
  const cones = useRef<InstancedMesh>(null), pools = useRef<InstancedMesh>(null);
  const [cone, pool] = useMemo(() => [light(coneFragment), light(poolFragment)], []);
  const coneShape = useMemo(() => new ConeGeometry(1, 1, 28, 1, true), []);
  const count = scene.lamps.length;
  useLayoutEffect(() => {
    const matrix = new Matrix4();
    scene.lamps.forEach(({ x, z, heightM, armEast, armNorth }, at) => {
      const armM = 1.2, headX = x + armEast * armM, headZ = z - armNorth * armM;
      posts.current!.setMatrixAt(at, matrix.makeScale(1, heightM, 1).setPosition(x, heightM / 2, z));
      arms.current!.setMatrixAt(at, new Matrix4().makeRotationY(Math.atan2(armNorth, armEast)).scale(new Vector3(armM, 1, 1)).setPosition((x + headX) / 2, heightM, (z + headZ) / 2));
      heads.current!.setMatrixAt(at, new Matrix4().makeRotationY(Math.atan2(armNorth, armEast)).setPosition(headX, heightM - 0.06, headZ));
      cones.current!.setMatrixAt(at, matrix.makeScale(heightM * 0.85, heightM, heightM * 0.85).setPosition(headX, heightM / 2, headZ));
      pools.current!.setMatrixAt(at, new Matrix4().makeRotationX(-Math.PI / 2).scale(new Vector3(heightM * 4, heightM * 4, 1)).setPosition(headX, 0.09, headZ));
    });
    for (const mesh of [posts, arms, heads, cones, pools]) {
      mesh.current!.instanceMatrix.needsUpdate = true;
      mesh.current!.computeBoundingSphere();
    }
  }, [scene]);
  useLayoutEffect(() => {
    const strength = new Float32Array(Math.max(1, count));
    scene.lamps.forEach(({ row, fluxLm }, at) => {
      const share = shareOf(row);
      strength[at] = share * Math.min(1.4, fluxLm / 6500);
      heads.current!.setColorAt(at, DARK.clone().lerp(HEAD, share > 0 ? 0.35 + 0.65 * share : 0));
    });
    for (const mesh of [cones, pools]) mesh.current!.geometry.setAttribute('strength', new InstancedBufferAttribute(strength, 1));
    if (heads.current!.instanceColor) heads.current!.instanceColor.needsUpdate = true;
  }, [scene, shareOf, count]);
  cone.uniforms['night']!.value = nightShare;
  pool.uniforms['night']!.value = nightShare;
  const room = Math.max(1, count);
  return (
    <>
      <instancedMesh ref={posts} args={[undefined, undefined, room]} count={count}><cylinderGeometry args={[0.07, 0.1, 1, 8]} /><meshStandardMaterial color={POST} roughness={0.7} /></instancedMesh>
      <instancedMesh ref={arms} args={[undefined, undefined, room]} count={count}><boxGeometry args={[1, 0.07, 0.07]} /><meshStandardMaterial color={POST} roughness={0.7} /></instancedMesh>
      <instancedMesh ref={heads} args={[undefined, undefined, room]} count={count}><boxGeometry args={[0.75, 0.1, 0.3]} /><meshBasicMaterial /></instancedMesh>
      <instancedMesh ref={cones} args={[coneShape, cone, room]} count={count} renderOrder={3} />
      <instancedMesh ref={pools} args={[undefined, pool, room]} count={count} renderOrder={2}><circleGeometry args={[1, 40]} /></instancedMesh>
    </>
  );
}


const LIT_BY = 10;

/** The lamps nearest to the eye as light on walls and vehicles; more would cost too much for what they add. */
export function LampLight({ scene, shareOf, nightShare }: { scene: StreetScene; shareOf: (lamp: number) => number; nightShare: number }) {
  const nearest = useMemo(() => {
    const along = ({ x, z }: { x: number; z: number }): number => Math.hypot(x, z);
    return [...scene.lamps].sort((a, b) => along(a) - along(b)).slice(0, LIT_BY);
  }, [scene]);
  return nearest.map(({ row, x, z, heightM, armEast, armNorth, fluxLm }) => (
    <pointLight key={row} position={[x + armEast * 1.2, heightM - 0.4, z - armNorth * 1.2]} color="#ffc47c" distance={32} decay={1.7}
      intensity={nightShare * shareOf(row) * (fluxLm / 6500) * 42} />
  ));
}
