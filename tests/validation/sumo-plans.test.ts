// Goal: real plans and switching times of cities, as they are published for SUMO, are read whole, written back the same, and mean the same in a city.
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { beforeAll, expect, test } from 'vitest';
import { importSumo } from '../../data/build/from-sumo.ts';
import { applyPlans } from '../../data/build/signals/apply-plans.ts';
import { plansFromSumo } from '../../data/build/signals/plans-from-sumo.ts';
import { plansOfTwin } from '../../data/build/signals/plans-of-twin.ts';
import { makeProblemList } from '../../data/formats/problem-list.ts';
import { readPlans } from '../../data/formats/signal-plans/read-plans.ts';
import type { PlannedController } from '../../data/formats/signal-plans/plan-records.ts';
import { writePlans } from '../../data/formats/signal-plans/write-plans.ts';
import { nodeFiles } from '../../data/formats/sumo/node-files.ts';
import { readSignalFiles, type SumoSignalFiles } from '../../data/formats/sumo/signal-files.ts';
import { writeSignalFiles } from '../../data/formats/sumo/write-signal-files.ts';
import { describeOnSharedData, sharedPath } from '../shared-data.ts';

const paths = ['tlLogics_24h.tll.xml', 'WAUT.xml'].map((name) => sharedPath(`08-traffic/ingolstadt_2023-07-04_${name}`));

/** Every element with its attributes, in the order of the text and with attributes in the order of the alphabet: nothing of ours reads it. */
const elementsOf = (text: string): string[] =>
  [...text.matchAll(/<(\w+)((?:\s+[\w:]+="[^"]*")*)\s*\/?>/g)].map(([, name, attributes]) => `${name} ${[...attributes!.matchAll(/([\w:]+)="([^"]*)"/g)].map(([whole]) => whole).sort().join(' ')}`).filter((element) => !element.startsWith('additional'));

describeOnSharedData('the plans of Ingolstadt', () => {
  let files: SumoSignalFiles, text: string, controllers: PlannedController[];
  const problems = makeProblemList();
  beforeAll(async () => {
    files = await readSignalFiles(paths, nodeFiles, problems);
    text = [...writeSignalFiles(files)].join('');
    controllers = plansFromSumo(files, problems);
  });

  test('all 1,505 programs of 88 junctions, and 88 lists of switching times', () => {
    expect([files.programs.length, new Set(files.programs.map(({ id }) => id)).size, files.wauts.length, files.junctions.length]).toEqual([1505, 88, 88, 88]);
    expect(problems.all().filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('written back, every element stands there with every attribute, and no other', () => {
    const before = paths.flatMap((path) => elementsOf(readFileSync(path, 'utf8')));
    expect(before.length).toBe(1505 + 16540 + 88 + 1556 + 88);
    expect(elementsOf(text).sort()).toEqual(before.sort());
  });

  test('what was written reads the same', async () => {
    const again = await readSignalFiles(['written.xml'], { open: () => Readable.from([Buffer.from(text)]) }, problems);
    const bare = ({ programs, wauts, junctions }: SumoSignalFiles) =>
      [programs, wauts, junctions].map((all) => all.map((one: { file: string; line: number; parameters?: Map<string, string> }) => ({ ...one, file: '', line: 0 })));
    expect(bare(again)).toEqual(bare(files));
  });

  test('as a plan file: a plan for each program, a schedule for each junction, and the same after writing and reading', () => {
    expect(controllers.length).toBe(88);
    expect(controllers.reduce((sum, { plans }) => sum + plans.length, 0)).toBe(1505);
    expect(controllers.every(({ schedule }) => schedule![0]!.from === '00:00')).toBe(true);
    const read = readPlans('ingolstadt.yaml', [...writePlans(controllers)].join(''));
    expect(read.problems).toEqual([]);
    expect(read.value).toEqual(controllers);
  });

  test('gneJ371 from 7:00 on: 54 s of green, 3 s of amber, 2 s of red', () => {
    const { plans, schedule } = controllers.find(({ name }) => name === 'gneJ371')!;
    const { plan } = schedule!.findLast(({ from }) => from <= '07:00:00')!;
    expect(plans.find(({ name }) => name === plan)!.intervals.map(({ durationTenths, stage, shows }) => [durationTenths, stage, shows])).toEqual([[540, true, 'gggGgggGgg'], [30, false, 'yyyyyyyyyy'], [20, false, 'rrrrrrrrrr']]);
  });
});

describeOnSharedData('programs of a net, read as plans', () => {
  test.each([['bologna-acosta', ['acosta_buslanes.net.xml', 'acosta_tls.add.xml']], ['resco-cologne1', ['cologne1.net.xml']]])('%s: put onto the city that was imported from it, they leave it as it is', async (scenario, names) => {
    const [net, ...additional] = names.map((name) => sharedPath(`11-sumo-scenarios/${scenario}/${name}`)) as [string, ...string[]];
    const { value: twin } = await importSumo({ net, additional }, nodeFiles), problems = makeProblemList();
    const controllers = plansFromSumo(await readSignalFiles([net, ...additional], nodeFiles, problems), problems).filter(({ name }) => twin!.controllers.name.includes(name));
    expect(problems.hasErrors()).toBe(false);
    expect(controllers.length).toBe(twin!.controllers.count);
    const applied = applyPlans(twin!, controllers, net, undefined);
    expect(applied.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(plansOfTwin(applied.value!)).toEqual(plansOfTwin(twin!));
  });
});
