/** Photometric files as makers' programs write them, put together line by line from the descriptions of the formats. */

/** A table as a file holds it: only the planes that its symmetry leaves. */
export interface GivenTable { planesDeg: readonly number[]; anglesDeg: readonly number[]; value: (cDeg: number, gammaDeg: number) => number }

export interface IesSettings {
  firstLine: string; keywords: readonly string[]; tilt: readonly string[]; lamps: number; lumensPerLamp: number; multiplier: number; type: number; units: number;
  sizes: readonly [width: number, length: number, height: number]; ballastFactor: number; kept: number; watts: number; perLine: number;
}
const plainIes: IesSettings = {
  firstLine: 'IESNA:LM-63-2002', keywords: ['[TEST] formula', '[MANUFAC] Nobody', '[LUMCAT] Made 1'], tilt: ['TILT=NONE'], lamps: 1, lumensPerLamp: 1000, multiplier: 1, type: 1, units: 2,
  sizes: [0.3, 0.6, 0], ballastFactor: 1, kept: 1, watts: 50, perLine: 10,
};

export function iesFile({ planesDeg, anglesDeg, value }: GivenTable, changed: Partial<IesSettings> = {}): string {
  const s = { ...plainIes, ...changed };
  const wrapped = (values: readonly number[]): string[] => Array.from({ length: Math.ceil(values.length / s.perLine) }, (_, line) => values.slice(line * s.perLine, (line + 1) * s.perLine).join(' '));
  return [
    ...(s.firstLine === '' ? [] : [s.firstLine]), ...s.keywords, ...s.tilt, `${s.lamps} ${s.lumensPerLamp} ${s.multiplier} ${anglesDeg.length} ${planesDeg.length} ${s.type} ${s.units} ${s.sizes.join(' ')}`,
    `${s.ballastFactor} ${s.kept} ${s.watts}`, ...wrapped(anglesDeg), ...wrapped(planesDeg), ...planesDeg.flatMap((c) => wrapped(anglesDeg.map((gamma) => value(c, gamma)))), '',
  ].join('\r\n');
}

export interface EulumdatSettings { isym: number; conversion: number; sets: readonly (readonly [count: number, type: string, lm: number, colour: string, rendering: string, watts: number])[]; comma: boolean; mm: readonly number[] }
const plainEulumdat: EulumdatSettings = { isym: 0, conversion: 1, sets: [[1, 'LED', 1000, '3000K', '80', 50]], comma: false, mm: [700, 350, 100, 600, 300, 10, 20, 30, 40] };

/** `table.planesDeg` are all C angles of the file; the planes written are those that the format asks for with this symmetry. */
export function eulumdatFile({ planesDeg, anglesDeg, value }: GivenTable, changed: Partial<EulumdatSettings> = {}): string {
  const s = { ...plainEulumdat, ...changed }, planes = planesDeg.length;
  const first = s.isym === 3 ? (3 * planes) / 4 : 0, count = [planes, 1, planes / 2 + 1, planes / 2 + 1, planes / 4 + 1][s.isym]!;
  const held = Array.from({ length: count }, (_, at) => planesDeg[(first + at) % planes]!);
  const lines = [
    'Nobody', 3, s.isym, planes, planesDeg[1]! - planesDeg[0]!, anglesDeg.length, anglesDeg[1]! - anglesDeg[0]!, 'report', 'Made 1', 'M1', 'made.ldt', '2026-01-01', ...s.mm,
    '', '', s.conversion, 0, s.sets.length, ...s.sets.flat(), ...Array.from({ length: 10 }, () => 0), ...planesDeg, ...anglesDeg, ...held.flatMap((c) => anglesDeg.map((gamma) => value(c, gamma))),
  ];
  return lines.map((line) => (s.comma && typeof line === 'number' ? String(line).replace('.', ',') : String(line))).join('\r\n') + '\r\n';
}

export const everyDeg = (stepDeg: number, fromDeg: number, untilDeg: number): number[] => Array.from({ length: Math.round((untilDeg - fromDeg) / stepDeg) + 1 }, (_, at) => fromDeg + at * stepDeg);
