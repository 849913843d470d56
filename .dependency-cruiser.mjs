// The one-way rule of the house: imports run down only, and only through a room's door.
// A room may import the rooms below it. Sideways and upward imports, and imports past a door, fail.
const below = {
  kernel: [],
  rulebook: ['kernel'],
  classification: ['kernel', 'rulebook'],
  screening: ['kernel', 'rulebook'],
  determination: ['kernel', 'rulebook', 'classification', 'screening'],
  certificate: ['kernel'],
  people: ['kernel'],
  catalogue: ['kernel', 'screening', 'determination'],
  'on-file': ['kernel', 'screening', 'determination', 'catalogue'],
  documents: ['kernel', 'rulebook', 'screening', 'determination'],
  lists: ['kernel', 'rulebook', 'screening'],
  regime: ['kernel', 'rulebook', 'classification', 'screening', 'determination'],
  storage: ['kernel'],
  exchange: ['kernel', 'regime'],
  notices: ['kernel', 'people', 'storage'],
  desk: [
    'kernel',
    'rulebook',
    'classification',
    'screening',
    'determination',
    'certificate',
    'people',
    'catalogue',
    'on-file',
    'documents',
    'lists',
    'storage',
    'regime',
    'exchange',
  ],
}
// Composition roots: they may enter every room; the command starts the server, never the other way.
const rooms = [...Object.keys(below), 'server', 'cli']

export default {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.test\\.ts$', 'config'] },
      to: {},
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'not-to-dev-dependency',
      severity: 'error',
      from: { path: '^src', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    ...Object.entries(below).map(([room, allowed]) => ({
      name: `${room}-imports-run-down`,
      comment: `${room} stands on ${allowed.join(', ') || 'nothing'}`,
      severity: 'error',
      from: { path: `^src/${room}/`, pathNot: '\\.test\\.ts$' },
      to: { path: '^src/', pathNot: `^src/(?:${[room, ...allowed].join('|')})/` },
    })),
    {
      name: 'server-does-not-know-the-command',
      severity: 'error',
      from: { path: '^src/server/' },
      to: { path: '^src/cli/' },
    },
    {
      name: 'through-the-door',
      comment: 'another room is entered through its index.ts only',
      severity: 'error',
      from: { path: `^src/(${rooms.join('|')})/`, pathNot: '\\.(?:test|fixture)\\.ts$' },
      to: { path: '^src/[^/]+/', pathNot: ['^src/$1/', '^src/[^/]+/index\\.ts$'] },
    },
    {
      name: 'pure-rooms-do-no-input-or-output',
      comment: 'kernel may hash; rulebook reads its own folder; the rest runs in a browser',
      severity: 'error',
      from: {
        path: '^src/(kernel|rulebook|classification|screening|determination)/',
        pathNot: ['\\.(test|fixture)\\.ts$', '^src/rulebook/load-folder\\.ts$'],
      },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    {
      name: 'people-files-and-regime-do-no-input-or-output',
      comment: 'what may be done is decided without a disk, a clock or a network',
      severity: 'error',
      from: { path: '^src/(people|on-file|regime)/', pathNot: '\\.(test|fixture)\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'documents-do-no-input-or-output',
      comment:
        'a composition root reads the fonts and writes the file; unpacking a font is no input',
      severity: 'error',
      from: { path: '^src/documents/', pathNot: '\\.(test|fixture)\\.ts$' },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?zlib$' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist', 'node_modules/.*'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node'],
      extensions: ['.ts', '.mjs', '.js', '.json'],
    },
  },
}
