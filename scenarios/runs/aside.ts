import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync, utimesSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

/**
 * Names for what is being written: `<process>-<start>-<n>@<machine>`. Whoever opens the store can tell what a process that is
 * gone has left behind. Process numbers come round again, in containers often at once: the start time tells two processes apart.
 */
const thisProcess = `${process.pid}-${Math.floor(performance.timeOrigin)}`;

/** So often whoever has begun something there says that it is still at work: a run that writes nothing may take days. */
const ALIVE_EVERY_MS = 3600 * 1000;

/** How long what another machine is writing is left alone: nobody here can ask whether that machine still lives. */
const OTHER_MACHINE_MS = 24 * 3600 * 1000;

/**
 * Where a process number means something: the machine and, on Linux, its space of process numbers, since containers may bear the name of their host,
 * and the number of this start of its kernel: machines made from one image share their name, and the first space has one number on all of them.
 */
const thisMachine = [hostname().slice(0, 64), processSpace(), kernelStart()].join('.').replace(/[^A-Za-z0-9.]/g, '_').slice(0, 120);

function processSpace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid').replace(/\D/g, '');
  } catch {
    return ''; // Another system than Linux.
  }
}

function kernelStart(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').replace(/[^0-9a-f]/g, '');
  } catch {
    return ''; // Another system than Linux.
  }
}

function isGone(folder: string, name: string): boolean {
  const [, owner, process_] = /^((\d+)-\d+)-\d+@/.exec(name) ?? [];
  if (owner === undefined || !name.endsWith(`@${thisMachine}`)) return lastWrittenMs(folder, name) < Date.now() - OTHER_MACHINE_MS;
  const pid = Number(process_);
  if (pid === process.pid) return owner !== thisProcess;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** When something last came into a folder or one of its own; a file: when it was written. Never, of what has just gone. */
function lastWrittenMs(folder: string, name: string): number {
  const path = join(folder, name), written = statSync(path, { throwIfNoEntry: false });
  if (!written) return Infinity;
  try {
    const inside = written.isDirectory() ? readdirSync(path).map((inner) => statSync(join(path, inner), { throwIfNoEntry: false })?.mtimeMs ?? 0) : [];
    return Math.max(written.mtimeMs, ...inside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Infinity; // Renamed by its owner since.
    throw error;
  }
}

/** Places below `folder` that belong to this process until they are renamed away. */
export interface Asides {
  /** A path that nobody has; nothing is there yet. */
  next(): string;
  /** Removes all that this process has left there. */
  dropOwn(): void;
}

/** Removes what is nobody's any more, and hands out places. */
export function openAsides(folder: string): Asides {
  const drop = (isToGo: (name: string) => boolean): void => {
    for (const name of existsSync(folder) ? readdirSync(folder) : []) if (isToGo(name)) rmSync(join(folder, name), { recursive: true, force: true });
  };
  const isOwn = (name: string): boolean => name.startsWith(`${thisProcess}-`) && name.endsWith(`@${thisMachine}`);
  drop((name) => isGone(folder, name));
  setInterval(() => saySoOf(folder, isOwn), ALIVE_EVERY_MS).unref();
  return { next: () => join(folder, `${thisProcess}-${++opened}@${thisMachine}`), dropOwn: () => drop(isOwn) };
}

/** Gives what is ours the time of now. */
function saySoOf(folder: string, isOwn: (name: string) => boolean): void {
  const now = new Date();
  for (const name of existsSync(folder) ? readdirSync(folder).filter(isOwn) : []) {
    try {
      utimesSync(join(folder, name), now, now);
    } catch {
      // It has its place in the store since.
    }
  }
}

/** Over all stores of this process: two that are opened below one home never give one name twice. */
let opened = 0;
