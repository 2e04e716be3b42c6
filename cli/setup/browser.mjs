// Finds a Chromium for the browser tests, or installs one.
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { root, say } from './prepare.mjs';
import { foldersOnPath, installBy, isExecutable, succeeds } from './system-packages.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge'];
const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Google/Chrome/Application/chrome.exe',
];

/** Where `playwright-core install` puts its browsers. */
function playwrightBrowsers() {
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH
    ?? (process.platform === 'darwin' ? join(homedir(), 'Library/Caches/ms-playwright') : join(homedir(), '.cache/ms-playwright'));
  if (!existsSync(cache)) return [];
  return readdirSync(cache)
    .filter((entry) => entry.startsWith('chromium'))
    .sort()
    .reverse()
    .flatMap((entry) => ['chrome-linux64/chrome', 'chrome-linux/chrome', 'chrome-headless-shell-linux64/chrome-headless-shell', 'chrome-linux/headless_shell'].map((path) => join(cache, entry, path)));
}

export function findBrowser() {
  const onPath = foldersOnPath().flatMap((folder) => names.map((name) => join(folder, name)));
  const asked = process.env.JUMEAU_CHROMIUM ? [process.env.JUMEAU_CHROMIUM] : [];
  return [...asked, ...onPath, ...usualPlaces, ...playwrightBrowsers()].find(isExecutable);
}

const systemInstallers = [
  { manager: 'apt-get', steps: [['apt-get', 'update', '-qq'], ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium', 'libegl1', 'libgl1-mesa-dri', 'fonts-dejavu-core']] },
  { manager: 'dnf', steps: [['dnf', 'install', '-y', 'chromium']] },
  { manager: 'apk', steps: [['apk', 'add', 'chromium']] },
  { manager: 'pacman', steps: [['pacman', '-S', '--noconfirm', 'chromium']] },
];

/** The path of a Chromium, installed if need be; undefined when none can be had. */
export function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;
  say('Looking for a test browser: none found, installing Chromium (once) ...');
  if (succeeds([process.execPath, join(root, 'node_modules/playwright-core/cli.js'), 'install', 'chromium']) && findBrowser()) return findBrowser();
  installBy(systemInstallers);
  return findBrowser();
}
