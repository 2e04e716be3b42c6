/**
 * Who may import whom: the table of docs/architecture.md, as rules.
 * `npm test` runs them; `npm run imports` shows them alone.
 */
const only = (name, from, allowed, why) => ({
  name,
  comment: why,
  severity: 'error',
  from: { path: from },
  to: { path: '^(engine|data|scenarios|viewer|cli|bench|tests)/', pathNot: allowed },
});

const system = (name) =>
  only(
    `engine-${name}`,
    `^engine/${name}/`,
    [`^engine/(foundation|twin|state|results|paths|${name})/`],
    'Systems meet in engine/state and engine/step.ts, never in each other.',
  );

export default {
  forbidden: [
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '/dist/' },
    },
    only('foundation', '^engine/foundation/', ['^engine/foundation/'], 'The foundation knows no city.'),
    only('twin', '^engine/twin/', ['^engine/(foundation|twin)/'], 'The city at rest knows no run.'),
    only('state', '^engine/state/', ['^engine/(foundation|twin|state)/'], 'State is columns, not behaviour.'),
    only('results', '^engine/results/', ['^engine/(foundation|twin|results)/'], 'Results are columns, not behaviour.'),
    only('paths', '^engine/paths/', ['^engine/(foundation|twin|paths)/'], 'Shortest paths need the twin only.'),
    ...['traffic', 'pedestrians', 'signals', 'signal-monitor', 'priority', 'detectors', 'transit', 'lighting', 'emissions', 'junctions'].map(system),
    only('engine', '^engine/', ['^engine/'], 'The engine imports the engine only.'),
    {
      name: 'engine-no-platform',
      comment: 'The same code runs in Node workers and in the browser.',
      severity: 'error',
      from: { path: '^engine/' },
      to: { dependencyTypes: ['core'] },
    },
    only(
      'data',
      '^data/',
      ['^data/', '^engine/(foundation|twin|paths)/'],
      'Data builds a twin; it never runs one.',
    ),
    {
      name: 'data-build-knows-no-city',
      comment: 'The reference city is built from what imported cities are built from, never the other way round.',
      severity: 'error',
      from: { path: '^data/(build|formats)/' },
      to: { path: '^data/dijon/' },
    },
    only(
      'scenarios-browser',
      '^scenarios/(changes|measure|compare|explain|language|report/figures)/',
      ['^engine/', '^scenarios/(changes|measure|compare|explain|language|report/figures)/'],
      'These run in the browser too.',
    ),
    only(
      'saved',
      '^scenarios/saved/',
      ['^engine/', '^scenarios/(saved|questions|changes|measure|compare|language)/'],
      'What is kept of a comparison is read in the browser too.',
    ),
    {
      name: 'scenarios-browser-no-platform',
      severity: 'error',
      from: { path: '^scenarios/(changes|measure|compare|explain|language|questions|saved|report/figures)/' },
      to: { dependencyTypes: ['core'] },
    },
    only(
      'questions',
      '^scenarios/questions/',
      ['^scenarios/(questions|changes|measure)/', '^engine/foundation/'],
      'A question is plain data.',
    ),
    only(
      'scenarios',
      '^scenarios/',
      ['^engine/', '^scenarios/'],
      'A twin reaches the runs as bytes, never through data or the viewer.',
    ),
    only(
      'viewer-app',
      '^viewer/app/',
      ['^engine/', '^scenarios/(changes|measure|compare|explain|language|questions|saved|report/figures)/', '^viewer/app/'],
      'The browser runs it: nothing that needs Node.',
    ),
    {
      name: 'viewer-app-no-platform',
      severity: 'error',
      from: { path: '^viewer/app/' },
      to: { dependencyTypes: ['core'] },
    },
    only('viewer-server', '^viewer/server/', ['^(engine|data|scenarios|viewer/server)/'], 'The server sends the app, it never imports it.'),
    {
      name: 'ends-of-the-line',
      comment: 'cli, bench and tests are where the stages are put together; nobody imports them.',
      severity: 'error',
      from: { path: '^(engine|data|scenarios|viewer)/' },
      to: { path: '^(cli|bench|tests)/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'], exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
