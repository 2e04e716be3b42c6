// Goal: a vehicle type that says nothing but its class drives as SUMO's own of that class: asked of SUMO, class by class.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { vehicleTypeFrom } from '../../data/formats/sumo/vehicle-type-element.ts';
import { makeProblemList } from '../../data/formats/problem-list.ts';
import { crossingNet } from './drawn-sumo-crossing.ts';

const hasSumo = spawnSync('sumo', ['--version']).status === 0;
const classes = ['passenger', 'taxi', 'bus', 'coach', 'delivery', 'truck', 'trailer', 'tram', 'rail_urban', 'rail', 'bicycle', 'motorcycle', 'moped', 'emergency', 'authority', 'army', 'ignoring', 'evehicle', 'hov', 'vip', 'private'];

/** What is asked by which number: sumo.dlr.de/docs/TraCI/VehicleType_Value_Retrieval.html. */
const asked = { lengthM: 0x44, widthM: 0x4d, minGapM: 0x4c, accelerationMps2: 0x46, decelerationMps2: 0x47, emergencyDecelerationMps2: 0x7b, headwayS: 0x48, imperfectionShare: 0x5d, speedFactorMean: 0x5e, speedFactorDeviation: 0x5f } as const;
const GET_TYPE_VALUE = 0xa5, CLOSE = 0x7f;

const freePort = (): Promise<number> => new Promise((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => { const { port } = server.address() as { port: number }; server.close(() => resolve(port)); });
});

/** SUMO opens its port once it has read its files. */
async function connected(port: number): Promise<Socket> {
  for (let tries = 0; ; tries++) {
    const socket = connect(port, '127.0.0.1');
    const isOpen = await new Promise<boolean>((resolve) => { socket.once('connect', () => resolve(true)); socket.once('error', () => resolve(false)); });
    if (isOpen) return socket;
    if (tries > 100) throw new Error('SUMO does not answer');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** One command and its answer, whole: four bytes of length, then the message. */
function exchange(socket: Socket, command: Buffer): Promise<Buffer> {
  const message = Buffer.alloc(5);
  message.writeUInt32BE(5 + command.length, 0);
  message.writeUInt8(1 + command.length, 4);
  return new Promise((resolve) => {
    let held = Buffer.alloc(0);
    const take = (bytes: Buffer): void => {
      held = Buffer.concat([held, bytes]);
      if (held.length < 4 || held.length < held.readUInt32BE(0)) return;
      socket.off('data', take);
      resolve(held);
    };
    socket.on('data', take);
    socket.write(Buffer.concat([message, command]));
  });
}

async function typeValue(socket: Socket, type: string, variable: number): Promise<number> {
  const name = Buffer.from(type), command = Buffer.alloc(6);
  command.writeUInt8(GET_TYPE_VALUE, 0);
  command.writeUInt8(variable, 1);
  command.writeUInt32BE(name.length, 2);
  const answer = await exchange(socket, Buffer.concat([command, name]));
  // The value, a double, ends the answer.
  return answer.readDoubleBE(answer.length - 8);
}

test.skipIf(!hasSumo)('SUMO’s defaults of every class that drives (skipped without the program sumo)', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jumeau-types-')), port = await freePort();
  writeFileSync(join(folder, 'net.xml'), crossingNet);
  writeFileSync(join(folder, 'types.add.xml'), `<additional>${classes.map((name) => `<vType id="${name}" vClass="${name}"/>`).join('')}</additional>`);
  const sumo = spawn('sumo', ['-n', 'net.xml', '-a', 'types.add.xml', '--remote-port', String(port), '--xml-validation', 'never'], { cwd: folder, stdio: 'ignore' });
  const ended = new Promise((resolve) => sumo.once('exit', resolve));
  try {
    const socket = await connected(port);
    for (const name of classes) {
      const { row } = vehicleTypeFrom({ name: 'vType', attributes: { id: name, vClass: name }, line: 1 }, { file: '', line: 1 }, makeProblemList());
      for (const [column, variable] of Object.entries(asked)) {
        expect([name, column, row[column as keyof typeof asked]]).toEqual([name, column, await typeValue(socket, name, variable)]);
      }
    }
    await exchange(socket, Buffer.from([CLOSE]));
    socket.destroy();
    await ended;
  } finally {
    sumo.kill();
    rmSync(folder, { recursive: true, force: true });
  }
});
