import * as z from 'zod';
import { allRows, rowsWhere, type RowValues } from '../../engine/foundation/table.ts';
import { lampTechnology, luminaireColumns } from '../../engine/twin/photometry.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';

const share = z.number().min(0).max(1);
/** Of the lamp itself. */
const MOST_W = 10_000, MOST_LM = 1e6, MOST_TIMES = 20;

/** What a kind of luminaire is like beyond rated power and flux; what is not said is as of the kind that it starts from. */
const kindFigures = {
  photometry: z.string().optional().meta({ description: 'name of a photometry of the twin: where its light goes' }),
  fixedLossShare: share.optional().meta({ description: 'of the rated power: what the driver takes at any output; power falls in a line from full output to this' }),
  standbyPowerW: z.number().min(0).max(100).optional().meta({ description: 'taken when dark and fed, W' }),
  powerFactor: z.number().min(0.05).max(1).optional().meta({ description: 'active over apparent power at full output' }),
  dimmedPowerFactor: z.number().min(0.05).max(1).optional().meta({ description: 'the same at a tenth of full output' }),
  constantFluxStartShare: z.number().min(0.1).max(1).optional().meta({ description: 'constant light output: share of rated power that a new driver starts with' }),
  constantFluxEndH: z.number().min(0).max(1e6).optional().meta({ description: 'burning hours after which it takes its rated power' }),
  fluxDecayPerH: z.number().min(0).max(0.001).optional().meta({ description: 'lumen depreciation, alpha of exp(-alpha t) in TM-21' }),
  dirtPerYearShare: share.optional().meta({ description: 'of the flux lost to dirt in a year without cleaning' }),
  cleaningYears: z.number().min(0).max(100).optional().meta({ description: 'years between cleanings, 0 never' }),
  powerRisePerH: z.number().min(0).max(0.001).optional().meta({ description: 'share of rated power by which it takes more in each burning hour' }),
  upwardShare: share.optional().meta({ description: 'of the flux above the horizontal as mounted' }),
  colourTemperatureK: z.number().min(1000).max(30_000).optional().meta({ description: 'correlated colour temperature, K' }),
};

/** What hangs there afterwards. */
export const newLamp = z.strictObject({
  luminaire: z.string().optional().meta({ description: 'a kind of luminaire of the twin; left out: each lamp keeps its kind, but for the figures given here' }),
  powerW: z.number().min(0.1).max(MOST_W).optional().meta({ description: 'rated power with driver losses, W; left out with a kind of the twin: the mean of its lamps' }),
  powerShare: z.number().min(0.01).max(MOST_TIMES).optional().meta({ description: 'or so many times the power of the lamp that hangs there' }),
  fluxLm: z.number().min(1).max(MOST_LM).optional().meta({ description: 'at full output, when new, lm; left out with a kind of the twin: the mean of its lamps' }),
  fluxShare: z.number().min(0.01).max(MOST_TIMES).optional().meta({ description: 'or so many times the flux of the lamp that hangs there' }),
  ...kindFigures,
});

export type NewLamp = z.infer<typeof newLamp>;
type Kind = RowValues<typeof luminaireColumns>;

/** A kind that nobody knows, with what a lamp of such a kind takes. */
const unknownKind = ({ facts }: ReadingTwin): Kind => ({
  name: '', technology: lampTechnology.unknown, photometry: -1, fixedLossShare: 0, standbyPowerW: facts.lighting.standbyPowerW, powerFactor: 1, dimmedPowerFactor: 1,
  constantFluxStartShare: 1, constantFluxEndH: 0, fluxDecayPerH: 0, dirtPerYearShare: 0, cleaningYears: 0, powerRisePerH: 0, upwardShare: -1, colourTemperatureK: 0,
});

/** The kinds of a twin with those that replacing makes: one for each kind that figures are given for, unless there is one like it. */
export interface KindsMade { kinds: Kind[]; ofKind(before: number): number }

export function kindsMade(by: NewLamp, twin: ReadingTwin): KindsMade {
  const kinds = allRows(luminaireColumns, twin.luminaires), made = new Map<number, number>(), start = by.luminaire === undefined ? undefined : kinds.findIndex(({ name }) => name === by.luminaire);
  const figures = Object.fromEntries(Object.keys(kindFigures).flatMap((name) => { const value = by[name as keyof typeof kindFigures]; return value === undefined ? [] : [[name, name === 'photometry' ? Array.from(twin.photometries.name).indexOf(value as string) : value]]; }));
  const ofKind = (before: number): number => {
    const from = start ?? before, known = made.get(from);
    if (known !== undefined || Object.keys(figures).length === 0) return known ?? from;
    const wanted: Kind = { ...(kinds[from] ?? unknownKind(twin)), ...figures };
    const isSame = ({ name: _, ...one }: Kind, { name: __, ...other }: Kind): boolean => JSON.stringify(one) === JSON.stringify(other);
    const same = from >= 0 && isSame(kinds[from]!, wanted) ? from : kinds.findIndex((kind) => isSame(kind, wanted));
    made.set(from, same >= 0 ? same : kinds.push({ ...wanted, name: freeName(wanted.name, kinds) }) - 1);
    return made.get(from)!;
  };
  return { kinds, ofKind };
}

function freeName(name: string, kinds: readonly Kind[]): string {
  for (let number = 2; ; number++) {
    const free = name === '' ? `new ${number - 1}` : `${name} (${number})`;
    if (!kinds.some((kind) => kind.name === free)) return free;
  }
}

/** Power or flux of a new lamp: as given, so many times that of the old one, or as lamps of the kind have in the twin; undefined where none of it is said or known. */
export function ratedBefore({ luminaire, powerW, powerShare, fluxLm, fluxShare }: NewLamp, { lamps, luminaires }: ReadingTwin): Record<'ratedPowerW' | 'ratedFluxLm', (own: number) => number | undefined> {
  const ofKind = luminaire === undefined ? [] : rowsWhere(lamps.count, (lamp) => lamps.luminaire[lamp]! >= 0 && luminaires.name[lamps.luminaire[lamp]!] === luminaire);
  const usual = (column: Readonly<ArrayLike<number>>): number | undefined => (ofKind.length === 0 ? undefined : ofKind.reduce((sum, lamp) => sum + column[lamp]!, 0) / ofKind.length);
  const of = (given: number | undefined, times: number | undefined, column: Readonly<ArrayLike<number>>): ((own: number) => number | undefined) => {
    if (given !== undefined) return () => given;
    if (times !== undefined) return (own) => own * times;
    if (luminaire === undefined) return (own) => own;
    const known = usual(column);
    return () => known;
  };
  return { ratedPowerW: of(powerW, powerShare, lamps.ratedPowerW), ratedFluxLm: of(fluxLm, fluxShare, lamps.ratedFluxLm) };
}
