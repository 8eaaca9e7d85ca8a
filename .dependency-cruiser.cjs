/** The import law of src/: one table of rooms, every rule below is derived from it. */
const rooms = {
  base: { rooms: [], npm: [] },
  quant: { rooms: ['base'], npm: [] },
  market: { rooms: ['base'], npm: [] },
  exchanges: { rooms: ['market', 'base'], npm: ['valibot'] },
  analytics: { rooms: ['quant', 'market', 'base'], npm: [] },
  simulator: { rooms: ['quant', 'market', 'base'], npm: [] },
  charts: { rooms: ['base'], npm: ['react', 'd3-[a-z-]+'] },
  feed: { rooms: ['exchanges', 'simulator', 'market', 'base'], npm: [] },
  state: { rooms: ['feed', 'analytics', 'market', 'base'], npm: ['react', 'zustand', '@tanstack'] },
  app: {
    rooms: ['state', 'charts', 'analytics', 'market', 'base', 'feed', 'exchanges'],
    npm: ['react', 'react-dom', '@tanstack', '@fontsource-variable'],
  },
  cli: { rooms: ['feed', 'exchanges', 'analytics', 'market', 'base'], npm: [] },
};
const names = Object.keys(rooms);
const any = (patterns) => (patterns.length > 0 ? patterns.join('|') : '(?!)');
const rule = (name, from, to) => ({ name, severity: 'error', from, to });

module.exports = {
  forbidden: [
    ...names.map((room) =>
      rule(
        `${room}: room not allowed`,
        { path: `^src/${room}/` },
        {
          path: `^src/(${any(names.filter((other) => other !== room && !rooms[room].rooms.includes(other)))})/`,
        },
      ),
    ),
    ...names.map((room) =>
      rule(
        `${room}: package not allowed`,
        { path: `^src/${room}/`, pathNot: '\\.test\\.tsx?$' },
        { path: 'node_modules', pathNot: `node_modules/(@types/)?(${any(rooms[room].npm)})(/|$)` },
      ),
    ),
    rule(
      'no platform in pure rooms',
      { path: '^src/(base|quant|market|exchanges|analytics|simulator)/', pathNot: '\\.test\\.ts$' },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'only main wires feed and exchanges',
      { path: '^src/app/', pathNot: '^src/app/main\\.tsx$' },
      { path: '^src/(feed|exchanges)/' },
    ),
    rule(
      'a panel imports no other panel',
      { path: '^src/app/panels/([^/]+)/' },
      { path: '^src/app/panels/([^/]+)/', pathNot: '^src/app/panels/$1/' },
    ),
    rule(
      'a venue imports no other venue',
      { path: '^src/exchanges/([^/]+)/' },
      { path: '^src/exchanges/([^/]+)/', pathNot: '^src/exchanges/$1/' },
    ),
    rule(
      'internal stays inside its room',
      { path: '^src/([^/]+)/' },
      { path: '^src/[^/]+/internal/', pathNot: '^src/$1/' },
    ),
    rule('every room is in the table', { path: '^src/' }, { path: `^src/(?!(${names.join('|')})/)` }),
    rule('no cycles', {}, { circular: true }),
    rule('every import resolves', {}, { couldNotResolve: true }),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true, // type-only imports are edges too
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.css'],
    },
  },
};
