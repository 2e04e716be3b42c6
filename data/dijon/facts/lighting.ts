import { estimated, read, unconfirmed } from './figure.ts';

const PARIS = 'consumed power by lamp and gear, inventory of the city of Paris';
const DIJON_PAGE = 'dijon-metropole.fr, éclairage LED';

export const lightingFigures = {
  lamps: read(34200, 'over 34,000 light points, key figures of the connected-city project; 200 more so that "over" holds'),
  ledShare: read(1, '100 % LED at the end of the contract, same source'),
  savingShare: read(0.65, '65 % of the energy saved at the end of the contract, same source'),
  powerBeforeW: estimated(110, 'mean consumed power before, from the fleet and its energy'),
  mostLampsOfACabinet: estimated(60, 'usual for cabinets of 30 to 60 lamps'),
  litUpToMps: estimated(14, 'streets outside built-up areas (over 50 km/h) are unlit; the eastern ring road has been unlit since 2014'),
  dimmedFromS: read(22 * 3600, `${DIJON_PAGE}: Dijon and Quetigny, 22:00 to 05:00`),
  dimmedUntilS: read(5 * 3600, `${DIJON_PAGE}: Dijon and Quetigny, 22:00 to 05:00`),
  /** The page says "réduite à 70 %", to or by 70 %: `reducedTo` in ../lamps.ts chooses. */
  dimmedShare: unconfirmed(0.7, `${DIJON_PAGE}: "réduite à 70 %" may mean to or by 70 %`),
  announcedShare: unconfirmed(0.5, 'announcement of 2022: 50 % from 23:00 to 05:00; taken for villages and works, where nothing else is known'),
  announcedFromS: unconfirmed(23 * 3600, 'announcement of 2022'),
  senneceyOffUntilS: read(5 * 3600, 'Sennecey-lès-Dijon switches off from 0:00 to 5:00'),
  fluxLmPerW: estimated(125, 'LED street luminaires of 2018 to 2024, driver losses included'),
} as const;

/** Lamps before LED: consumed power, gear included (lamp watts in the name). */
export const OLD_LAMPS = {
  sodium250: read(282, PARIS), sodium150: read(170, PARIS), sodium100: read(115, PARIS), sodium70: read(86, PARIS),
  mercury125: read(141, PARIS), mercury80: read(95, PARIS),
} as const;

/** Watts printed on them. */
export const OLD_LAMP_PRINTED_W = { sodium250: 250, sodium150: 150, sodium100: 100, sodium70: 70, mercury125: 125, mercury80: 80 } as const;

const TALQ = 'example of the TALQ 2.7 data model';

/** How the LEDs behave beyond rated power and flux. */
export const LED_KIND = {
  fixedLossShare: estimated(0.05, 'constant loss of a driver, half of what it loses at full output (efficiency about 90 %)'),
  standbyPowerW: estimated(0.5, 'most that the European ecodesign rules of 2019 (2019/2020) allow'),
  powerFactor: read(0.98, `${TALQ}: at full output`),
  dimmedPowerFactor: read(0.69, `${TALQ}: 0.65 at 0 and 0.85 at 50 %, so 0.69 at a tenth`),
  dirtPerYearShare: estimated(0.03, 'tight luminaire in a small city: a tenth in three years'),
  cleaningYears: estimated(4, 'usual interval in French maintenance contracts'),
  upwardShare: estimated(0, 'flat glass, mounted level'),
  colourTemperatureK: estimated(3000, 'most that the order of 27 December 2018 allows'),
} as const;

export const OLD_KIND = {
  dirtPerYearShare: estimated(0.05, 'bowls less tight than those of LEDs'),
  cleaningYears: estimated(4, 'cleaned when the lamp is changed'),
  sodiumPowerRisePerH: estimated(0.05 / 16_000, 'lamp voltage rises with age: a twentieth more over a service life of 16,000 h'),
} as const;
