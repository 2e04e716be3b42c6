import { measureStartS } from '../../engine/run-settings.ts';
import { complianceAt, type Compliance } from '../../engine/lighting/compliance/compliance-at.ts';
import { scheduledOutput } from '../../engine/lighting/lamp-schedule.ts';
import { DAY_S } from '../../engine/foundation/clock.ts';
import { countedHourVolumes, plannedHourVolumes, volumesOfHour, type HourVolumes } from '../../engine/twin/hour-volumes.ts';
import type { ReadingTwin, Twin } from '../../engine/twin/twin.ts';
import { lightSummary } from '../../scenarios/measure/light-summary.ts';
import { luminaireShares } from '../../scenarios/measure/luminaire-shares.ts';
import { cityLight } from '../../scenarios/measure/street-compliance.ts';
import { streetsBelowThen } from '../../scenarios/measure/streets-at.ts';
import type { Question } from '../../scenarios/questions/question.ts';
import { askedCity } from '../asked-city.ts';
import { BadInput } from '../bad-input.ts';
import { changedTwin } from '../changed-twin.ts';
import type { City } from '../city.ts';
import { clockText } from '../clock-text.ts';
import { lightFile } from '../light-file.ts';
import { lightJson, lightText, type LightAt } from '../light-text.ts';
import { makeOptionReader, type OptionReader } from '../options.ts';
import { checkOutputFile } from '../output-file.ts';
import { planRun, readWishes, type RunOptions } from '../plan.ts';
import { runLinks } from '../run-links.ts';
import type { Terminal } from '../terminal.ts';
import { writeWhole } from '../write-whole.ts';

export interface LightOptions extends RunOptions { at?: string; out?: string; city?: string; counted?: boolean; seed?: string }

/** `jumeau light [question|city.twin]`: how every lit street stands to its lighting class, hour by hour over the year, and to the order of 2018. */
export async function lightCommand(terminal: Terminal, name: string | undefined, options: LightOptions, signal: AbortSignal): Promise<void> {
  const read = makeOptionReader(), atS = nightTimeS(read, options.at), wishes = readWishes(options);
  if (read.problems.length > 0) throw new BadInput(read.problems);
  if (options.out !== undefined) await checkOutputFile('streetLight', '-o', options.out);
  const { city, question } = await askedCity(terminal, name, options.city), twin = changedTwin(city, question?.changes ?? []);
  const volumes = options.counted ? await countedVolumes(terminal, city, question, twin, wishes, signal) : plannedHourVolumes(twin);
  const traffic = options.counted ? 'counted' : twin.departures.count > 0 ? 'planned' : 'none';
  const summary = lightSummary(twin, volumes, luminaireShares(twin)), at = atS === undefined ? undefined : lightAt(twin, volumes, atS);
  if (options.out !== undefined) await writeWhole(options.out, lightFile(twin, cityLight(twin), volumes, summary, terminal.language, at));
  if (terminal.json) return terminal.out(JSON.stringify(lightJson(twin, summary, at, traffic)));
  for (const line of lightText(terminal, twin, summary, at, traffic, options.out)) terminal.out(line);
  if (options.out !== undefined) terminal.out(terminal.words.written(options.out));
}

/** A time of the city's date: what lies past midnight would be another day, with another program perhaps. */
function nightTimeS(read: OptionReader, at: string | undefined): number | undefined {
  const atS = read.clockS('--at', at);
  if (atS !== undefined && atS >= DAY_S) read.problems.push({ severity: 'error', code: 'cli-time-past-midnight', where: '--at', parameters: { value: at!, meant: clockText(atS % DAY_S) } });
  return atS;
}

async function countedVolumes(terminal: Terminal, city: City, question: Question | undefined, twin: Twin, wishes: ReturnType<typeof readWishes>, signal: AbortSignal): Promise<HourVolumes> {
  const { settings } = planRun(city, question, wishes), { links, figures } = await runLinks(terminal, twin, settings, wishes.workers, signal);
  return countedHourVolumes(twin, links, measureStartS(settings), figures.endS);
}

/** The state at a clock time of the city's date; nothing is known of it where no lamp burns then. */
function lightAt(twin: ReadingTwin, volumes: HourVolumes, atS: number): LightAt {
  const { count } = twin.lightingZones, shares = Float64Array.from({ length: count + 1 }, (_, zone) => scheduledOutput(twin, zone, atS).outputShare);
  // Lamps of no zone burn whenever any other might: they are never dimmed.
  const isNight = shares.some((share) => share > 0), light = cityLight(twin);
  const compliance: Compliance | undefined = isNight ? complianceAt(twin, light, shares, volumesOfHour(volumes, Math.floor(atS / 3600))) : undefined;
  return { atS, compliance, below: compliance ? streetsBelowThen(twin, light, compliance) : [] };
}
