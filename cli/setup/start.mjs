#!/usr/bin/env node
// `npm start`: installs and builds what is missing, then `jumeau start`.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepare, root } from './prepare.mjs';

await prepare();
process.argv.splice(2, 0, 'start');
await import(pathToFileURL(join(root, 'dist/jumeau.js')).href);
