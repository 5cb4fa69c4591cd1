// Who may import whom. Every rule says why, so that a refusal teaches.
const features = [
  'accounts',
  'tools',
  'vocabulary',
  'people',
  'identity',
  'activity',
  'fit',
  'sourcing',
  'relationships',
  'etiquette',
  'assistant',
  'conversations',
  'groups',
  'pools',
  'site',
  'privacy',
  'openings',
  'referrals',
  'network',
  'team',
  'broadcasts',
  'blog',
  'fediverse',
  'campaigns',
  'attribution',
  'reports',
  'search',
  'today',
  'webhooks',
  'exports',
  'sample',
]

const anyFeature = '^src/features/([^/]+)/'
const pages = '^src/(web|widget|clipper)/|^src/features/[^/]+/ui/'
/** A big feature's model.ts may be a folder with model.ts as its door; the same for wire, store and actions. */
const part = (...names) => `^src/features/[^/]+/(${names.join('|')})([.]ts$|/)`
const contracts = '^src/(connectors|importers)/contract[.]ts$'
const rule = (name, comment, from, to, more = {}) => ({ name, comment, severity: 'error', from, to, ...more })

const downward = features
  .slice(0, -1)
  .map((feature, index) =>
    rule(
      `${feature}-looks-up-only`,
      'A feature uses those above it in ARCHITECTURE.md. Let the one below hear of it through an event.',
      { path: `^src/features/${feature}/` },
      { path: `^src/features/(${features.slice(index + 1).join('|')})/` },
    ),
  )

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...downward,
    rule(
      'every-feature-has-its-place',
      'Add the new feature to the list in .dependency-cruiser.cjs and ARCHITECTURE.md: the order is the rule.',
      { path: `^src/features/(?!(${features.join('|')})/)[^/]+/` },
      {},
    ),
    rule('no-circle', 'Files that need each other are one file, or hide a third.', {}, { circular: true }),
    rule(
      'front-door',
      'Another feature is entered through index.ts; its types and pure rules also through model.ts and wire.ts.',
      { path: anyFeature },
      { path: anyFeature, pathNot: ['^src/features/$1/', '^src/features/[^/]+/(index|model|wire)[.]ts$'] },
    ),
    rule(
      'front-door-for-the-house',
      'server/ and cli/ enter a feature by index.ts, routes.ts, tasks.ts, model.ts or wire.ts.',
      { path: '^src/(server|cli)/' },
      { path: anyFeature, pathNot: '^src/features/[^/]+/(index|model|wire|routes|tasks|[a-z-]+-routes)[.]ts$' },
    ),
    rule(
      'models-are-pure',
      'model and wire run in the browser too: kernel, other models, the two contracts and the schema library only.',
      { path: part('model', 'wire') },
      { pathNot: ['^src/kernel/', part('model', 'wire'), contracts, '(^|/)node_modules/'] },
    ),
    rule(
      'models-have-no-io',
      'A pure rule asks nobody: no Node module in model or wire.',
      { path: part('model', 'wire') },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'kernel-stands-alone',
      'The kernel imports the schema library at most.',
      { path: '^src/kernel/' },
      { pathNot: ['^src/kernel/', '(^|/)node_modules/zod/'] },
    ),
    rule(
      'storage-knows-the-kernel',
      'Storage is below the platform and every feature.',
      { path: '^src/storage/' },
      { path: '^src/', pathNot: '^src/(kernel|storage)/' },
    ),
    rule(
      'platform-knows-no-feature',
      'The platform is below features, connectors and pages.',
      { path: '^src/platform/' },
      { path: '^src/', pathNot: '^src/(kernel|storage|platform)/' },
    ),
    rule(
      'features-know-contracts',
      'The server hands connections and importers in: a feature knows the contract, not the network or format.',
      { path: '^src/features/' },
      { path: '^src/(connectors|importers)/', pathNot: contracts },
    ),
    rule(
      'connectors-are-islands',
      'A connector knows its network, the contract, the kernel and platform/{http,log}.ts. Never the database, a feature or another network.',
      { path: '^src/connectors/([^/]+)/' },
      {
        path: '^src/',
        pathNot: [
          '^src/connectors/$1/',
          '^src/connectors/[^/]+[.]ts$',
          '^src/kernel/',
          '^src/platform/(http|log)[.]ts$',
        ],
      },
    ),
    rule(
      'importers-are-pure',
      'Bytes in, records out: an importer reads no file, address or database.',
      { path: '^src/importers/' },
      { path: '^src/', pathNot: '^src/(importers|kernel)/' },
    ),
    rule(
      'importers-do-no-io',
      'Bytes are handed in as a ByteSource.',
      { path: '^src/importers/' },
      { path: '^(fs|net|http|https|http2|child_process|dns|tls|dgram)(/|$)', dependencyTypes: ['core'] },
    ),
    rule(
      'sql-in-stores',
      'SQL lives in store. The rest of a feature may name the database, not query it.',
      { path: '^src/features/', pathNot: part('store') },
      { path: '(^|/)node_modules/(kysely|pg|pg-copy-streams)/', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'pages-stay-in-the-browser',
      'Pages use kernel, model, wire and ui: nothing that needs a server behind it.',
      { path: pages },
      {
        path: '^src/',
        pathNot: ['^src/kernel/', pages, '^src/features/[^/]+/[a-z]+-wire[.]ts$', part('model', 'wire')],
      },
    ),
    rule(
      'small-stays-small',
      'The widget ships to strangers: no React, no pages.',
      { path: '^src/(widget|clipper)/' },
      { path: ['/ui/', '^src/web/', '(^|/)node_modules/(react|react-dom|@mantine)/'] },
    ),
    rule(
      'server-has-no-pages',
      'What runs on the server never pulls in a page.',
      { path: '^src/', pathNot: pages },
      { path: [pages, '(^|/)node_modules/(react|react-dom|@mantine|preact)/'] },
    ),
    rule(
      'roots-are-roots',
      'server/ and cli/ wire everything and are used by nobody.',
      { path: '^src/', pathNot: '^src/(server|cli)/' },
      { path: '^src/(server|cli)/' },
    ),
    rule('resolvable', 'The file or package is not there.', {}, { couldNotResolve: true }),
    rule(
      'declared',
      'Name the package in package.json.',
      { path: '^src/' },
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
    rule(
      'shipped',
      'What the server needs belongs in dependencies.',
      {
        path: '^src/(kernel|storage|platform|features|connectors|importers|server|cli)/',
        pathNot: ['/ui/', '^src/connectors/[^/]*conformance'],
      },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['[.]test[.]tsx?$', '/fixtures/', '[.]css$', '[.]svg$'] },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
