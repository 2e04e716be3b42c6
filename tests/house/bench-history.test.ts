// Goal: no figure of speed stands without its record: every question of bench/ writes what it measured, with commit and machine, and the page names its command.
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { read } from './sources.ts';

const questions = readdirSync(new URL('../../bench/', import.meta.url)).filter((name) => name.endsWith('.ts')).map((name) => name.slice(0, -3));

test.each(questions)('%s writes to bench/history under its own name', (name) => {
  expect(read(`bench/${name}.ts`)).toContain(`writeHistory('${name}'`);
});

test.each(questions)('the page on speed, or on what it is about, names the command of %s', (name) => {
  const pages = ['docs/performance.md', ...readdirSync(new URL('../../docs/models/', import.meta.url)).map((page) => `docs/models/${page}`)];
  expect(pages.some((page) => read(page).includes(`npm run bench -- ${name}`))).toBe(true);
});

test('history holds only what such a question wrote', () => {
  for (const name of readdirSync(new URL('../../bench/history/', import.meta.url))) {
    expect(questions, name).toContain(/^\d{4}-\d\d-\d\d-[0-9a-f]+-(.*)\.json$/.exec(name)?.[1]);
    expect(JSON.parse(read(`bench/history/${name}`)), name).toMatchObject({ day: expect.any(String) as string, commit: expect.any(String) as string, machine: expect.any(String) as string, node: expect.any(String) as string });
  }
});
