import { dirname, isAbsolute, join } from 'node:path';
import { parseTime } from './attributes.ts';
import { placeName, type ProblemList } from '../problem-list.ts';
import { readElements, type FileAccess } from './xml-elements.ts';
import { wordTable } from '../word-table.ts';

/** What a .sumocfg says that matters here. Paths are relative to where the reader is, no longer to the config. */
export interface SumoConfig {
  net: string | undefined;
  routes: string[];
  additional: string[];
  beginS: number | undefined;
  endS: number | undefined;
  stepS: number | undefined;
  /** SUMO's time-to-teleport: negative or 0 for never. */
  rescueAfterS: number | undefined;
  /** SUMO's ignore-route-errors: vehicles that cannot drive their route are left out rather than refused. */
  leavesOutBadRoutes: boolean;
}

/** Options by SUMO's names, long, middle and short. */
const synonyms: Readonly<Record<string, string>> = wordTable({
  net: 'net-file', n: 'net-file', routes: 'route-files', r: 'route-files', additional: 'additional-files', a: 'additional-files',
  b: 'begin', e: 'end',
});
/** Sections whose options change what drives where; an option of theirs that is not imported is worth a word. */
const sectionsThatMatter = ['processing', 'routing', 'traffic_light', 'time'];
/** Options of those sections that change nothing here, or only how SUMO reports and checks. */
const withoutEffect = ['no-internal-links', 'threads', 'xml-validation', 'xml-validation.net', 'xml-validation.routes', 'device.rerouting.threads'];

const paths = (value: string, config: string): string[] =>
  value.split(/[,\s]+/).filter((path) => path !== '').map((path) => (isAbsolute(path) ? path : join(dirname(config), path)));

/** Reads a .sumocfg. Undefined when it cannot be read; options that change traffic and are not imported are warnings. */
export async function readConfig(file: string, access: FileAccess, problems: ProblemList): Promise<SumoConfig | undefined> {
  const config: SumoConfig = { net: undefined, routes: [], additional: [], beginS: undefined, endS: undefined, stepS: undefined, rescueAfterS: undefined, leavesOutBadRoutes: false };
  let section = '';
  const readable = await readElements(file, access, ['configuration', 'sumoConfiguration', 'sumo-configuration'], {
    open({ name, attributes, line }, depth) {
      const value = attributes['value'] ?? attributes['v'];
      if (depth > 0 && value === undefined) section = name;
      if (value === undefined) return;
      const option = synonyms[name] ?? name;
      const time = (): number | undefined => {
        const seconds = parseTime(value);
        if (seconds === undefined) problems.error('sumo-bad-time', placeName({ file, line }, option), { attribute: option, value });
        return seconds;
      };
      switch (option) {
        case 'net-file': config.net = paths(value, file)[0]; break;
        case 'route-files': config.routes.push(...paths(value, file)); break;
        case 'additional-files': config.additional.push(...paths(value, file)); break;
        case 'begin': config.beginS = time(); break;
        case 'end': config.endS = time(); break;
        case 'step-length': config.stepS = time(); break;
        case 'ignore-route-errors': config.leavesOutBadRoutes = ['1', 'true', 'yes', 'on', 'x', 't'].includes(value.toLowerCase()); break;
        case 'time-to-teleport': config.rescueAfterS = time(); break;
        default:
          if (sectionsThatMatter.includes(section) && !withoutEffect.includes(option)) {
            problems.warning('sumo-option-not-applied', placeName({ file, line }), { option, value });
          }
      }
    },
  }, problems);
  return readable ? config : undefined;
}
