// Who may import whom: architecture.md's table as dependency-cruiser rules. A room may import itself,
// what its row names, and nothing else.

/** Rooms in the order of the table: path pattern of the room, path patterns it may import. */
const TABLE = [
  ['core-domain', '^core/domain/', []],
  ['core-contract', '^core/contract/', ['^core/domain/']],
  ['core-ports', '^core/ports/', ['^core/domain/']],
  ['core-pdf', '^core/pdf/', ['^core/domain/', '^core/ports/(byte-source|atomic-output)[.]ts$']],
  ['core-cms', '^core/cms/', ['^core/domain/', '^core/ports/(token|clock)[.]ts$']],
  [
    'core-trust',
    '^core/trust/',
    ['^core/domain/', '^core/cms/', '^core/ports/(http-client|revocation-cache|clock)[.]ts$'],
  ],
  ['core-signing', '^core/signing/', ['^core/(domain|ports|pdf|cms|trust)/']],
  ['core-validation', '^core/validation/', ['^core/(domain|ports|pdf|cms|trust)/']],
  [
    'core-lifecycle',
    '^core/lifecycle/',
    ['^core/(domain|ports|pdf|cms|trust|signing|validation)/'],
  ],
  ['native', '^native/(?!signpdf/)', ['^core/(domain|ports)/']],
  // What other programs are offered builds a CMS, as the signing room does.
  // It obeys what was reported lost here, as every other way of signing.
  ['native-signpdf', '^native/signpdf/', ['^core/(domain|ports|cms)/', '^native/certificates/']],
  [
    'electron',
    '^electron/(main|ipc|hosts)/',
    ['^core/', '^native/', '^electron/(main|ipc|hosts)/'],
  ],
  ['preload', '^electron/preload/', ['^core/contract/', '^core/domain/']],
  ['renderer', '^renderer/', ['^core/(domain|contract)/']],
  ['cli', '^cli/', ['^core/', '^native/']],
];

/** Every path of ours; what is not ours (packages, Node itself) has rules of its own. */
const OURS = '^(core|native|electron|renderer|cli|tests|build)/';

/** Packages that belong to one place: the place, and the packages' names. */
const PACKAGES = [
  ['electron', '^(electron|tests)/', ['electron']],
  ['window-packages', '^(renderer|tests)/', ['react', 'react-dom', '@mantine']],
  ['pdfjs', '^(renderer|native/pictures|tests)/', ['pdfjs-dist']],
  ['asn1-packages', '^(core/(cms|trust)|tests)/', ['pkijs', 'asn1js']],
  [
    'pdf-lib',
    '^(core/pdf/(appearance|paper)|core/validation/reports/pdf|core/lifecycle/letters|build|tests)/',
    ['pdf-lib'],
  ],
  ['graphene', '^(native/pkcs11|tests)/', ['graphene-pk11', 'pkcs11js']],
  ['signpdf', '^(native/signpdf|tests)/', ['@signpdf']],
  ['keytar', '^(native/keychain|tests)/', ['keytar']],
  ['nodemailer', '^(native/mail|tests)/', ['nodemailer']],
];

/** Node's ways to the outside world, which core and the window reach through ports only. */
const OUTSIDE = [
  ...['fs', 'fs/promises', 'net', 'tls', 'dgram', 'dns', 'http', 'https', 'http2'],
  ...['child_process', 'cluster', 'worker_threads'],
];

/**
 * @param {readonly string[]} names
 * @returns {string} matches a package's files, and its bare name where it is not installed
 */
function packagePattern(names) {
  const any = names.join('|');
  return `(^|/)node_modules/(${any})/|^(${any})(/|$)`;
}

/** @type {NonNullable<import('dependency-cruiser').IFlattenedRuleSet['forbidden']>} */
export const forbidden = [
  ...TABLE.map(([name, room, allowed]) => ({
    name: `room-${name}`,
    severity: /** @type {const} */ ('error'),
    comment: `${room} may import itself and ${allowed.join(', ') || 'nothing else of ours'}`,
    from: { path: room },
    to: { path: OURS, pathNot: [room, ...allowed] },
  })),
  {
    name: 'feature-alone',
    severity: 'error',
    comment: 'A feature of the window never imports another feature.',
    from: { path: '^renderer/features/([^/]+)/' },
    to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
  },
  {
    name: 'no-tests-outside-tests',
    severity: 'error',
    from: { pathNot: '^tests/' },
    to: { path: '^tests/' },
  },
  ...PACKAGES.map(([name, place, names]) => ({
    name: `package-${name}`,
    severity: /** @type {const} */ ('error'),
    comment: `${names.join(', ')}: only in ${place}`,
    from: { path: OURS, pathNot: place },
    to: { path: packagePattern(names) },
  })),
  {
    name: 'no-outside-world',
    severity: 'error',
    comment: 'core and the window reach disk, network and processes through ports only.',
    from: { path: '^(core|renderer)/', pathNot: '^renderer/vite[.]config[.]ts$' },
    to: { path: `^(node:)?(${OUTSIDE.join('|')})$` },
  },
  { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
  {
    name: 'resolvable',
    severity: 'error',
    comment: 'An import that leads nowhere is checked by no other rule.',
    from: {},
    to: { couldNotResolve: true },
  },
];
