import type { SumoProgram } from './net-records.ts';
import type { SumoSignalFiles } from './signal-files.ts';

/** By these words a file is known as one that was written here. */
export const SIGNAL_FILE_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<!-- signal programs, written by Jumeau -->';

/** Programs and their switching times as one additional file of SUMO. */
export function* writeSignalFiles({ programs, wauts, junctions }: SumoSignalFiles): Generator<string> {
  yield `${SIGNAL_FILE_HEAD}\n<additional>\n`;
  for (const program of programs) yield programText(program);
  for (const { id, refTimeS, startProgram, switches } of wauts) {
    yield `  <WAUT${attributes({ startProg: startProgram, refTime: refTimeS, id })}>\n${switches.map(({ timeS, to }) => `    <wautSwitch${attributes({ time: timeS, to })}/>\n`).join('')}  </WAUT>\n`;
  }
  for (const { wautId, junctionId } of junctions) yield `  <wautJunction${attributes({ wautID: wautId, junctionID: junctionId })}/>\n`;
  yield '</additional>\n';
}

function programText({ id, type, programId, offsetS, phases, parameters }: SumoProgram): string {
  const inside = [
    ...[...parameters].map(([key, value]) => `    <param${attributes({ key, value })}/>\n`),
    ...phases.map(({ durationS, shortestS, longestS, state }) => `    <phase${attributes({ duration: durationS, ...(shortestS === durationS && longestS === durationS ? {} : { minDur: shortestS, maxDur: longestS }), state })}/>\n`),
  ];
  return `  <tlLogic${attributes({ id, type, programID: programId, offset: offsetS })}>\n${inside.join('')}  </tlLogic>\n`;
}

const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values).map(([name, value]) => ` ${name}="${escaped(String(value))}"`).join('');

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
