#!/usr/bin/env node
// The command `jumeau`. In a checkout it first installs and builds what has changed.
await (await import('./setup/prepare.mjs')).prepare();
await import('../dist/jumeau.js');
