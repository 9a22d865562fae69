/** Who may import whom. The house: renderer → shared; electron → shared; shared → shared. */
const DOMAINS = 'listener|store|tunnel|vonage|replay|simulator|settings|bridge'

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Two files may know each other by their types, not at run time.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'shared-stands-alone',
      comment: 'shared/ is imported by both sides: no I/O, no Node, no DOM, no side of its own.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { pathNot: ['^shared/', '^node_modules/zod/'] },
    },
    {
      name: 'renderer-imports-shared-only',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: ['^electron/', '^tests/'] },
    },
    {
      name: 'renderer-has-no-node',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'electron-does-not-import-renderer',
      severity: 'error',
      from: { path: '^electron/' },
      to: { path: ['^renderer/', '^tests/'] },
    },
    {
      name: 'only-desktop-imports-electron',
      comment:
        'Everything else runs in plain Node. The three desktop entries are main, preload and desktop/.',
      severity: 'error',
      from: { pathNot: ['^electron/desktop/', '^electron/main\\.ts$', '^electron/preload\\.ts$', '^tests/'] },
      to: { path: ['^node_modules/electron/', '^node_modules/electron-store/'] },
    },
    {
      name: 'services-do-not-import-hosts',
      severity: 'error',
      from: { path: `^electron/(${DOMAINS}|loopback|log)/` },
      to: { path: ['^electron/desktop/', '^electron/web/', '^electron/[^/]+\\.ts$'] },
    },
    {
      name: 'domains-meet-in-workbench',
      comment: 'A domain folder knows another one only by its types; workbench.ts puts them together.',
      severity: 'error',
      from: { path: `^electron/(${DOMAINS})/` },
      to: {
        path: `^electron/(${DOMAINS})/`,
        pathNot: '^electron/$1/',
        dependencyTypesNot: ['type-only'],
      },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
}
