// Goal: the files that start a fleet say what the code needs: names of variables, time to end, connections, no door to the outside. They are read here, not run.
import pg from 'pg';
import { expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { read } from '../house/sources.ts';

const { Client } = pg;
type Tree = { [name: string]: Tree } & { toString(): string };
const kubernetes = parseAllDocuments(read('deploy/kubernetes.yaml')).map((document) => { expect(document.errors).toEqual([]); return document.toJS() as Tree; });
const compose = parse(read('deploy/compose.yaml'), { merge: true }) as Tree;
const ofKind = (kind: string): Tree => kubernetes.find((one) => String(one['kind']) === kind)!;
/** What the code reads from the environment. */
const known = new Set(['cli/fleet.ts', 'cli/home.ts', 'scenarios/runs/s3/bucket.ts'].flatMap((path) => [...read(path).matchAll(/(?:env|environment)\['(\w+)'\]/g)].map(([, name]) => name!)));

test('variables of the fleet are those that the code reads', () => {
  expect([...known]).toEqual(expect.arrayContaining(['JUMEAU_QUEUE', 'JUMEAU_STORE', 'JUMEAU_HOME', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']));
  const named = [...`${read('deploy/kubernetes.yaml')}${read('deploy/compose.yaml')}${read('deploy/Dockerfile')}`.matchAll(/\b(JUMEAU_(?!DB_)\w+|AWS_\w+)\b/g)].map(([, name]) => name!);
  expect(named.length).toBeGreaterThan(6);
  expect(named.filter((name) => !known.has(name))).toEqual([]);
});

test('a worker has longer to end than it takes, and runs without rights', () => {
  const END_WITHIN_S = Number(/endWithinMs: (\d+)/.exec(read('scenarios/runs/queue/pace.ts'))![1]) / 1000;
  const pod = ofKind('Deployment')['spec']!['template']!['spec']!, [container] = pod['containers'] as unknown as Tree[];
  expect(Number(pod['terminationGracePeriodSeconds'])).toBeGreaterThan(END_WITHIN_S + 5);
  expect(parseInt(String(compose['services']!['worker']!['stop_grace_period']), 10)).toBeGreaterThan(END_WITHIN_S + 5);
  expect(pod['securityContext']).toMatchObject({ runAsNonRoot: true });
  expect(container!['resources']).toMatchObject({ requests: { cpu: '4', memory: '4Gi' }, limits: { memory: '8Gi' } });
  expect(String(container!['args'])).toBe('worker,--workers,4,--json');
});

test('selectors find what they are for, and mounts have their volumes', () => {
  for (const kind of ['StatefulSet', 'Deployment']) {
    const { selector, template } = ofKind(kind)['spec']!;
    expect(template!['metadata']!['labels']).toMatchObject(selector!['matchLabels']!);
  }
  const broker = ofKind('StatefulSet')['spec']!['template']!['metadata']!['labels']!, worker = ofKind('Deployment')['spec']!['template'] as Tree;
  expect(broker).toMatchObject(ofKind('Service')['spec']!['selector']!);
  expect(broker).toMatchObject(ofKind('NetworkPolicy')['spec']!['podSelector']!['matchLabels']!);
  const [from] = (ofKind('NetworkPolicy')['spec']!['ingress'] as unknown as { from: { podSelector: { matchLabels: object } }[] }[])[0]!.from;
  expect(worker['metadata']!['labels']).toMatchObject(from!.podSelector.matchLabels);
  const { containers, volumes } = worker['spec'] as unknown as { containers: { volumeMounts: { name: string }[] }[]; volumes: { name: string }[] };
  expect(containers[0]!.volumeMounts.map(({ name }) => name).sort()).toEqual(volumes.map(({ name }) => name).sort());
});

test('a password may hold any character, and workers get none but their own', () => {
  const [environment, before] = [(compose['services']!['worker'] as unknown as { environment: Record<string, string> }).environment, process.env['PGPASSWORD']];
  process.env['PGPASSWORD'] = 'p@ss/w#rd:% é';
  try {
    for (const address of [environment['JUMEAU_QUEUE']!, /JUMEAU_QUEUE='(.*?)'/.exec(read('deploy/kubernetes.yaml'))![1]!]) {
      expect(new Client({ connectionString: address })).toMatchObject({ user: 'jumeau', host: 'broker', database: 'jumeau', password: process.env['PGPASSWORD'] });
    }
  } finally {
    if (before === undefined) delete process.env['PGPASSWORD'];
    else process.env['PGPASSWORD'] = before;
  }
  const secretOf = (kind: string): string => JSON.stringify(ofKind(kind)['spec']!['template']);
  expect(environment['PGPASSWORD']).toContain('JUMEAU_DB_PASSWORD');
  expect(secretOf('Deployment')).not.toContain('jumeau-broker');
  expect(secretOf('StatefulSet')).toContain('jumeau-broker');
  expect(/secret generic jumeau-fleet((?:.*\\\n)*.*)/.exec(read('deploy/kubernetes.yaml'))![1]).not.toContain('POSTGRES_PASSWORD');
});

test('the broker takes the connections of a whole fleet, and nobody from outside reaches it', () => {
  for (const text of [read('deploy/compose.yaml'), read('deploy/kubernetes.yaml')]) expect(Number(/max_connections=(\d+)/.exec(text)![1])).toBeGreaterThanOrEqual(500);
  for (const service of Object.values(compose['services'] as object)) expect(Object.keys(service as object)).not.toContain('ports');
  expect(kubernetes.filter((one) => /Ingress|LoadBalancer|NodePort/.test(`${one['kind']} ${one['spec']?.['type'] ?? ''}`))).toEqual([]);
});

test('the image starts the command itself, which hears SIGTERM, as a user without rights', () => {
  const image = read('deploy/Dockerfile');
  expect(image).toMatch(/^ENTRYPOINT \["node", "\/jumeau\/dist\/jumeau\.js"\]$/m);
  expect(image).toMatch(/^USER node$/m);
});
