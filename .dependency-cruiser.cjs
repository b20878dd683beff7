// The map of the code (docs/architecture.md) as rules: which part may lean on which. Held by `npm test`; planted breaches
// of every rule are in scripts/import-rules.test.mjs.

/** Each module may import only the modules named here: all of them above it, so there is no circle. */
const mayLeanOn = {
  audit: [],
  regions: ['audit'],
  organizations: ['regions', 'audit'],
  people: ['organizations', 'regions', 'audit'],
  access: ['people', 'organizations', 'regions', 'audit'],
  capacity: ['people', 'organizations', 'regions', 'audit'],
  directory: ['capacity', 'organizations', 'regions', 'audit'],
  beds: ['organizations', 'regions', 'audit'],
  requests: ['people', 'organizations', 'regions', 'audit'],
  matching: ['requests', 'beds', 'capacity', 'organizations', 'regions', 'audit'],
  coordination: ['matching', 'requests', 'beds', 'capacity', 'people', 'organizations', 'regions', 'audit'],
  messages: ['coordination', 'requests', 'people', 'organizations', 'audit'],
  improvement: ['coordination', 'requests', 'people', 'organizations', 'regions', 'audit'],
}
const before = (name) => [...Object.keys(mayLeanOn), 'monitoring', 'exchange'].filter((other) => other !== name)
mayLeanOn.monitoring = before('monitoring').filter((name) => name !== 'exchange')
mayLeanOn.exchange = before('exchange').filter((name) => name !== 'monitoring' && name !== 'improvement')

/** Tests, and the builders they share, may look behind doors. */
const tests = '\\.test\\.tsx?$|/testing\\.tsx?$|/testing-app\\.ts$|^src/testing/'
const moduleAmong = (names) => `^src/modules/(${names.join('|')})/`

/** Rule 1: down only. One rule per module, so that the message names it. */
const downOnly = Object.entries(mayLeanOn).map(([name, others]) => ({
  name: `down-only-${name}`,
  comment: `${name} may lean on: ${others.join(', ') || 'no other module'}. Something above listens to its events.`,
  severity: 'error',
  from: { path: moduleAmong([name]), pathNot: tests },
  to: { path: '^src/modules/', pathNot: moduleAmong([name, ...others]) },
}))

const rules = [
  ...downOnly,
  {
    name: 'on-the-map',
    comment: 'A module that is not on the map has no place to lean from: add it to the map first.',
    severity: 'error',
    from: {},
    to: { path: '^src/modules/[^/]+/', pathNot: moduleAmong(Object.keys(mayLeanOn)) },
  },
  {
    name: 'modules-do-not-know-the-app',
    comment: 'app.ts, main.ts and the practice region know the modules, not the other way round.',
    severity: 'error',
    from: { path: '^src/(modules|platform|design|kernel|browser)/', pathNot: tests },
    to: { path: '^src/(app|main)\\.tsx?$|^src/(site|demo)/|^e2e/|^bench/|^scripts/' },
  },
  {
    name: 'through-the-door',
    comment: 'Another module is imported by its index.ts, or its pages/paths.ts for links.',
    severity: 'error',
    from: { path: '^src/modules/([^/]+)/', pathNot: tests },
    to: { path: '^src/modules/', pathNot: '^src/modules/$1/|^src/modules/[^/]+/(index|pages/paths)\\.ts$' },
  },
  {
    name: 'rules-import-nothing',
    comment: 'rules/ and policy.ts import the kernel and each other: no database, no framework, no clock.',
    severity: 'error',
    from: { path: '^src/modules/([^/]+)/(rules/|policy\\.ts$)', pathNot: tests },
    to: { pathNot: '^src/kernel/|^src/modules/$1/(rules/|policy\\.ts$)' },
  },
  {
    name: 'kernel-knows-nobody',
    comment: 'The kernel imports nothing but itself.',
    severity: 'error',
    from: { path: '^src/kernel/', pathNot: tests },
    to: { pathNot: '^src/kernel/' },
  },
  {
    name: 'platform-knows-the-kernel',
    severity: 'error',
    from: { path: '^src/platform/', pathNot: tests },
    to: { path: '^src/', pathNot: '^src/(platform|kernel)/' },
  },
  {
    name: 'design-knows-the-kernel',
    severity: 'error',
    from: { path: '^src/design/', pathNot: tests },
    to: { path: '^src/', pathNot: '^src/(design|kernel)/' },
  },
  {
    name: 'browser-knows-nobody',
    comment: 'The script in the browser imports nothing of the server, and nothing of Node.',
    severity: 'error',
    from: { path: '^src/browser/', pathNot: tests },
    to: { pathNot: '^src/browser/|node_modules/@hotwired/' },
  },
  {
    name: 'tests-stay-behind',
    comment: 'The product does not import its tests or their builders.',
    severity: 'error',
    from: { path: '^src/', pathNot: tests },
    to: { path: tests },
  },
  {
    name: 'no-circle',
    comment: 'Types that name each other are no circle: nothing of them is left when the product runs.',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'found',
    comment: 'Every import leads to a file; the types of FHIR have no file of their own name.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true, pathNot: '^fhir/r4$' },
  },
  {
    name: 'installed-in-production',
    comment: 'What the product imports is a dependency, not one for development only.',
    severity: 'error',
    from: { path: '^src/', pathNot: tests },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
  },
]

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: rules,
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
