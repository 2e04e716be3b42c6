import type { RunSettings } from '../engine/run-settings.ts';
import { clockText } from './clock-text.ts';
import type { Terminal } from './terminal.ts';

/** From when on streets have filled before what is measured; nothing for a run that measures from its start. */
export const warmUpLines = (terminal: Terminal, { fromS, measuredFromS }: Pick<RunSettings, 'fromS' | 'measuredFromS'>): string[] =>
  (measuredFromS === undefined ? [] : [terminal.faint(terminal.words.warmedUp(clockText(fromS), clockText(measuredFromS)))]);
