import { tableFrom, type RowValues } from '../../engine/foundation/table.ts';
import { lampTechnology, luminaireColumns } from '../../engine/twin/photometry.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { roadOptics } from '../build/lamps/made-optics.ts';
import { typicalLamps } from '../build/lamps/typical-lamps.ts';
import { madeLight, writePhotometries } from '../build/lamps/write-photometries.ts';
import { LED_KIND, OLD_KIND, OLD_LAMPS, OLD_LAMP_PRINTED_W } from './facts/lighting.ts';

export type OldLamp = keyof typeof OLD_LAMPS;
type Luminaire = RowValues<typeof luminaireColumns>;

/** Optics of the LEDs, made by a formula, from the power that an LED has on its class of street: wide roads from 72 W, two-lane roads from 54 W, side streets from 40 W. */
const OPTICS = [
  { fromW: 72, shape: roadOptics.wideRoad }, { fromW: 54, shape: roadOptics.road }, { fromW: 40, shape: roadOptics.residentialStreet }, { fromW: 0, shape: roadOptics.path },
] as const;

/** LEDs by their power, then the lamps before them: rows of `luminaires`. What light the old lamps threw nobody knows any more. */
export function writeLuminaires(twin: Twin, ledPowersW: readonly number[]): { ledRow(powerW: number): number; oldRow(lamp: OldLamp): number } {
  writePhotometries(twin, OPTICS.map(({ shape }) => madeLight(shape, LED_KIND.colourTemperatureK.value)));
  const powersW = [...new Set(ledPowersW)], old = Object.keys(OLD_LAMPS) as OldLamp[];
  twin.luminaires = tableFrom(luminaireColumns, [...powersW.map(ledLuminaire), ...old.map(oldLuminaire)]);
  return { ledRow: (powerW) => powersW.indexOf(powerW), oldRow: (lamp) => powersW.length + old.indexOf(lamp) };
}

function ledLuminaire(powerW: number): Luminaire {
  const f = LED_KIND;
  return {
    name: `LED ${powerW} W`, technology: lampTechnology.led, photometry: OPTICS.findIndex(({ fromW }) => powerW >= fromW), fixedLossShare: f.fixedLossShare.value, standbyPowerW: f.standbyPowerW.value,
    powerFactor: f.powerFactor.value, dimmedPowerFactor: f.dimmedPowerFactor.value, constantFluxStartShare: 1, constantFluxEndH: 0,
    fluxDecayPerH: typicalLamps.led.fluxDecayPerH, dirtPerYearShare: f.dirtPerYearShare.value, cleaningYears: f.cleaningYears.value, powerRisePerH: 0,
    upwardShare: f.upwardShare.value, colourTemperatureK: f.colourTemperatureK.value,
  };
}

function oldLuminaire(lamp: OldLamp): Luminaire {
  const f = OLD_KIND, technology = lamp.startsWith('sodium') ? 'highPressureSodium' : 'mercury', typical = typicalLamps[technology];
  return {
    name: `${technology} ${OLD_LAMP_PRINTED_W[lamp]} W`, technology: lampTechnology[technology], photometry: -1,
    // What it takes beyond the watts printed on the lamp, gear keeps at any output.
    fixedLossShare: 1 - OLD_LAMP_PRINTED_W[lamp] / OLD_LAMPS[lamp].value, standbyPowerW: 0, powerFactor: typical.powerFactor, dimmedPowerFactor: typical.dimmedPowerFactor,
    constantFluxStartShare: 1, constantFluxEndH: 0, fluxDecayPerH: typical.fluxDecayPerH, dirtPerYearShare: f.dirtPerYearShare.value, cleaningYears: f.cleaningYears.value,
    powerRisePerH: technology === 'highPressureSodium' ? f.sodiumPowerRisePerH.value : 0, upwardShare: -1, colourTemperatureK: typical.colourTemperatureK,
  };
}
