import { compile, type Offered } from './compile.ts';

/** The functions that compiled code offers: the file, what they are handed, and the numbers besides. */
const OFFERED: readonly Offered[] = [
  { file: 'engine/traffic/approaches.ts', name: 'forgetApproaches', objects: ['traffic.approaches'] },
  { file: 'engine/traffic/presence.ts', name: 'lookAtJunctions', objects: ['traffic', 'state'] },
  { file: 'engine/traffic/look-ahead.ts', name: 'lookOnOwn', objects: ['traffic', 'state'] },
  { file: 'engine/traffic/right-of-way.ts', name: 'giveWay', objects: ['traffic', 'state'] },
  { file: 'engine/traffic/motion.ts', name: 'moveOwn', objects: ['traffic', 'state', 'log'] },
  { file: 'engine/traffic/motion.ts', name: 'passOn', objects: ['traffic', 'state', 'log'], numbers: ['i32'] },
  { file: 'engine/traffic/lane-changing.ts', name: 'chooseSides', objects: ['traffic', 'state'] },
  { file: 'engine/traffic/lane-changing.ts', name: 'takeGap', objects: ['traffic', 'state'], numbers: ['i32'] },
];
/** What paths begin with, and where its type is declared. */
const ROOTS = {
  traffic: { file: 'engine/traffic/traffic.ts', type: 'Traffic' },
  state: { file: 'engine/state/city-state.ts', type: 'CityState' },
  log: { file: 'engine/results/result-log.ts', type: 'ResultLog' },
};

/** Compiles the phases of a step from the TypeScript that runs them elsewhere. Returns a WebAssembly module that holds its own layout. */
export const compilePhases = (root: string): Uint8Array => compile(root, { entry: 'engine/step.ts', roots: ROOTS, offered: OFFERED, hosted: ['arrive'] });
