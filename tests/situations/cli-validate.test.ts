// Goal: `jumeau validate` answers on recorded outputs of SUMO where SUMO is missing, in both languages and as JSON,
// and says what is wrong and how to mend it.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeOnSharedData, sharedPath } from '../shared-data.ts';
import { jumeau, makeWorkplace, type Workplace } from './command.ts';

let place: Workplace;
beforeAll(() => { place = makeWorkplace(); });
afterAll(() => place.remove());
const file = (name: string): string => join(place.folder, name);

describeOnSharedData('Wildau, held against recorded outputs of SUMO', () => {
  const validate = (...more: string[]) =>
    jumeau(place, 'validate', sharedPath('11-sumo-scenarios/wildau'), '--sumo-results', sharedPath('11-sumo-scenarios/sumo-results/wildau'), '--seeds', '1', '-o', file('wildau.html'), ...more);

  test('figures with their limits, and a page that stands alone', () => {
    const { status, stdout } = validate();
    expect(status).toBe(0);
    expect(stdout).toMatch(/^wildau\n {2}Vehicles inserted +3,\d{3} +SUMO 3,55\d/);
    expect(stdout).toMatch(/Mean duration \(s\) +\d+\.\d +SUMO 2\d\d\.\d ± \d/);
    expect(Math.max(...stdout.split('\n').filter((line) => line.startsWith('  ')).map((line) => line.length))).toBeLessThanOrEqual(80);
    const page = readFileSync(file('wildau.html'), 'utf8');
    expect(page).toContain('<html lang="en">');
    expect(page.match(/<svg /g)).toHaveLength(3);
    expect(page).not.toMatch(/NaN|undefined|<script/);
  });

  test('the same in French, over the page of before; and as JSON, with every limit', () => {
    expect(validate('--lang', 'fr').stdout).toMatch(/Durée moyenne \(s\)/);
    expect(readFileSync(file('wildau.html'), 'utf8')).toContain('<html lang="fr">');
    const { scenarios: [wildau] } = JSON.parse(validate('--json').stdout) as { scenarios: { name: string; cells: number; figures: { name: string; limit?: object; verdict?: string }[] }[] };
    expect(wildau).toMatchObject({ name: 'wildau' });
    expect(wildau!.cells).toBeGreaterThan(1000);
    expect(wildau!.figures.filter(({ limit }) => limit !== undefined).map(({ name }) => name)).toEqual(['inserted', 'arrived', 'running', 'rescued', 'duration', 'timeLoss', 'linkFlows', 'linkTimes']);
    expect(wildau!.figures.every(({ limit, verdict }) => (limit === undefined) === (verdict === undefined))).toBe(true);
  });

  test('results of fewer scenarios than asked for, and folders without any', () => {
    const wildau = sharedPath('11-sumo-scenarios/wildau');
    expect(jumeau(place, 'validate', wildau, wildau, '--sumo-results', place.folder, '-o', file('x.html'))).toMatchObject({ status: 1, stderr: expect.stringContaining('one folder a scenario') as string });
    expect(jumeau(place, 'validate', wildau, '--sumo-results', place.folder, '-o', file('x.html'))).toMatchObject({ status: 1, stderr: expect.stringContaining('tripinfo_1.xml.gz') as string });
    expect(existsSync(file('x.html'))).toBe(false);
  });
});

test.each([
  { what: 'a file that is none', asked: 'fault.sumocfg', said: 'fault.sumocfg' },
  { what: 'a missing name', asked: 'nowhere', said: 'no such file' },
  { what: 'an empty folder', asked: '.', said: 'no SUMO scenario' },
  { what: 'missing routes', asked: 'nowhere.rou.xml', said: 'nowhere.rou.xml' },
])('$what is told with its mend', ({ asked, said }) => {
  const { status, stderr } = jumeau(place, 'validate', asked, '--sumo-results', place.folder, '-o', file('x.html'));
  expect(status).toBe(1);
  expect(stderr).toContain(said);
});

test('a file of someone else is not written over', () => {
  writeFileSync(file('mine.html'), '<p>mine</p>');
  expect(jumeau(place, 'validate', '.', '-o', file('mine.html')).status).toBe(1);
  expect(readFileSync(file('mine.html'), 'utf8')).toBe('<p>mine</p>');
});

const net = `<net version="1.9"><location netOffset="0,0" convBoundary="0,0,100,0" origBoundary="0,0,100,0" projParameter="!"/>
<edge id="main" from="a" to="b" priority="1"><lane id="main_0" index="0" speed="13.89" length="100" shape="0,0 100,0"/></edge>
<junction id="a" type="dead_end" x="0" y="0" incLanes="" intLanes="" shape="0,0"/><junction id="b" type="dead_end" x="100" y="0" incLanes="main_0" intLanes="" shape="100,0"/></net>`;
const sumoIsThere = spawnSync('sumo', ['--version']).status === 0;

test.runIf(sumoIsThere)('with SUMO installed it is run beside: one vehicle on one street, by its configuration and by its routes', () => {
  mkdirSync(file('street'));
  writeFileSync(file('street/my.net.xml'), net);
  writeFileSync(file('street/my.rou.xml'), '<routes><route id="r" edges="main"/><vehicle id="v" route="r" depart="0"/></routes>');
  const byRoutes = jumeau(place, 'validate', 'street/my.rou.xml', '--seeds', '2', '-o', 'street.html');
  writeFileSync(file('street/my.sumocfg'), '<configuration><input><net-file value="my.net.xml"/><route-files value="my.rou.xml"/></input></configuration>');
  const byConfig = jumeau(place, 'validate', 'street', '--seeds', '2', '-o', 'street.html');
  for (const { status, stdout } of [byRoutes, byConfig]) {
    expect(status).toBe(0);
    expect(stdout).toMatch(/Vehicles arrived +1 +SUMO 1 /);
  }
  expect(readFileSync(file('street.html'), 'utf8')).toMatch(/SUMO: Eclipse SUMO/);
});

test('a scenario in which nothing drives is told', () => {
  mkdirSync(file('empty'));
  writeFileSync(file('empty/my.net.xml'), net);
  writeFileSync(file('empty/my.rou.xml'), '<routes/>');
  const { status, stderr } = jumeau(place, 'validate', 'empty', '--sumo-results', place.folder, '-o', file('x.html'));
  expect(status).toBe(1);
  expect(stderr).toContain('nothing drives');
});

test('a span in which nothing drives is told, with the span in which something does', () => {
  mkdirSync(file('early'));
  writeFileSync(file('early/my.net.xml'), net);
  writeFileSync(file('early/my.rou.xml'), '<routes><route id="r" edges="main"/><vehicle id="v" route="r" depart="60"/></routes>');
  const later = (...more: string[]) => jumeau(place, 'validate', 'early', '--sumo-results', place.folder, '--from', '09:00', '--hours', '0.5', '-o', file('x.html'), ...more);
  expect(later()).toMatchObject({ status: 1, stdout: '', stderr: expect.stringMatching(/nothing drives in this span.*09:00 and 09:30\. The first is at 00:01/) as string });
  expect(later('--lang', 'fr').stderr).toMatch(/rien ne roule dans cette plage.*09:00 et 09:30/);
  expect(existsSync(file('x.html'))).toBe(false);
});

test('without SUMO on the PATH it says how to get it', () => {
  const before = process.env['PATH'];
  process.env['PATH'] = '';
  try {
    const { status, stderr } = jumeau(place, 'validate', '.', '-o', file('x.html'));
    expect(status).toBe(1);
    expect(stderr).toMatch(/apt install sumo.*--sumo-results/s);
  } finally {
    process.env['PATH'] = before;
  }
});
