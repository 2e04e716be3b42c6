import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { SumoInput } from '../data/build/from-sumo.ts';
import { makeProblemList } from '../data/formats/problem-list.ts';
import { readConfig } from '../data/formats/sumo/config-file.ts';
import { nodeFiles } from '../data/formats/sumo/node-files.ts';
import { BadInput, badInput } from './bad-input.ts';

/** The files of a SUMO scenario, however a person named it. */
export interface SumoScenario {
  name: string;
  input: SumoInput;
  net: string;
  additional: string[];
  routes: string[];
  /** As the config says; undefined where it says nothing. */
  stepS: number | undefined;
  rescueAfterS: number | undefined;
  leavesOutBadRoutes: boolean;
}

const isNet = (name: string): boolean => /\.net\.xml(\.gz)?$/i.test(name);
const isRoutes = (name: string): boolean => /\.rou\.xml(\.gz)?$/i.test(name);
const isAdditional = (name: string): boolean => /\.xml(\.gz)?$/i.test(name) && /(\.add\.|vtypes?\.)/i.test(name);

/**
 * A scenario from what was typed: a .sumocfg, a folder that holds one, or route files separated by commas, to which the
 * net and the additional files (.add.xml, types of vehicles) of their folder belong. A folder without a .sumocfg stands
 * for all its route files.
 */
export async function sumoScenario(asked: string): Promise<SumoScenario> {
  const about = await stat(asked).catch(() => undefined);
  if (about?.isDirectory()) {
    const names = (await readdir(asked)).sort(), configs = names.filter((name) => name.endsWith('.sumocfg'));
    if (configs.length > 1) throw badInput('cli-several-scenarios', asked, { found: configs.join(', ') });
    if (configs.length === 1) return fromConfig(join(asked, configs[0]!), basename(resolve(asked)));
    const routes = names.filter(isRoutes);
    if (routes.length === 0) throw badInput('cli-no-scenario', asked);
    return fromRoutes(routes.map((name) => join(asked, name)), basename(resolve(asked)));
  }
  if (asked.endsWith('.sumocfg')) return fromConfig(asked, basename(dirname(resolve(asked))));
  const routes = asked.split(',').filter((path) => path !== '');
  for (const path of routes) if (!(await stat(path).catch(() => undefined))?.isFile()) throw badInput('cli-no-such-file', path);
  if (!routes.every(isRoutes)) throw badInput('cli-no-scenario', asked);
  return fromRoutes(routes, basename(routes.at(-1)!).replace(/\.rou\.xml(\.gz)?$/i, ''));
}

async function fromConfig(path: string, name: string): Promise<SumoScenario> {
  const problems = makeProblemList();
  const config = await readConfig(path, nodeFiles, problems);
  if (!config || problems.hasErrors()) throw new BadInput(problems.all());
  if (config.net === undefined) throw badInput('sumo-no-net', path);
  const { net, additional, routes, stepS, rescueAfterS, leavesOutBadRoutes } = config;
  return { name, input: { config: path }, net, additional, routes, stepS, rescueAfterS, leavesOutBadRoutes };
}

async function fromRoutes(routes: string[], name: string): Promise<SumoScenario> {
  const folder = dirname(routes[0]!), names = (await readdir(folder)).sort(), nets = names.filter(isNet);
  if (nets.length !== 1) throw badInput(nets.length === 0 ? 'sumo-no-net' : 'cli-several-scenarios', folder, { found: nets.join(', ') });
  const net = join(folder, nets[0]!), additional = names.filter(isAdditional).map((one) => join(folder, one));
  return { name, input: { net, additional, routes }, net, additional, routes, stepS: undefined, rescueAfterS: undefined, leavesOutBadRoutes: false };
}
