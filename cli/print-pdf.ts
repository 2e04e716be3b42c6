import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { badInput } from './bad-input.ts';
import { writeWhole } from './write-whole.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge'];
const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe', 'C:/Program Files (x86)/Google/Chrome/Application/chrome.exe',
];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // Not there, or not for us to run: the next candidate is tried.
  }
}

/** A browser that can print: the one that JUMEAU_CHROMIUM names, else the first that is found; a problem that says how to get one where there is none. */
export function printingBrowser(): string {
  const onPath = (process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const found = [process.env['JUMEAU_CHROMIUM'] ?? '', ...onPath, ...usualPlaces].find(isExecutable);
  if (found === undefined) throw badInput('cli-no-browser', '--pdf');
  return found;
}

/** What it says when it fails is of use; what it says while it works is not. */
const MOST_WORDS = 2000;

/** The same of a page that lies in no file. */
export async function printPage(browser: string, page: string, pdfPath: string, signal: AbortSignal): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'jumeau-page-')), htmlPath = join(folder, 'page.html');
  try {
    await writeFile(htmlPath, page);
    await printPdf(browser, htmlPath, pdfPath, signal);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Prints a page of ours as a PDF on the sheets that its style asks for. */
export async function printPdf(browser: string, htmlPath: string, pdfPath: string, signal: AbortSignal): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'jumeau-print-')), printed = join(folder, 'page.pdf');
  // Chromium refuses its sandbox to the superuser; the page has no script, and its policy lets it load nothing.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const options = ['--headless', ...asRoot, '--disable-gpu', '--no-first-run', '--disable-background-networking', `--user-data-dir=${join(folder, 'profile')}`, '--no-pdf-header-footer', `--print-to-pdf=${printed}`, pathToFileURL(resolve(htmlPath)).href];
  try {
    await ended(browser, options, pdfPath, signal);
    const bytes = await readFile(printed).catch(() => { throw badInput('cli-not-printed', pdfPath, { said: browser }); });
    await writeWhole(pdfPath, [bytes]);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function ended(browser: string, options: readonly string[], pdfPath: string, signal: AbortSignal): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(browser, options, { signal, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (bytes: Buffer) => { said = (said + bytes.toString('utf8')).slice(-MOST_WORDS); });
    child.on('error', fail);
    child.on('close', (code) => (code === 0 ? done() : fail(badInput('cli-not-printed', pdfPath, { said: said.trim().split('\n').at(-1) ?? '' }))));
  });
}
