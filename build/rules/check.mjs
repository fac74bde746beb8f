// `npm run rules`, first half: the import rules over this tree; non-zero when one is broken or when
// fewer modules were seen than the tree has had for long.
import { root } from '../lib/root.mjs';
import { checkImports, tooFewModules } from './check-imports.mjs';

/** Well below what is there, well above what a parser that fails on a kind of file would leave. */
const MINIMUM = { core: 60, native: 15, electron: 12, renderer: 25, cli: 5, tests: 40, build: 15 };

const { violations, modules } = await checkImports(root);
for (const { rule, from, to } of violations) console.error(`${rule}: ${from} -> ${to}`);
const few = tooFewModules(modules, MINIMUM);
for (const sentence of few) console.error(sentence);
console.log(
  `${violations.length} violations in ${Object.values(modules).reduce((a, b) => a + b, 0)} modules`,
);
process.exitCode = violations.length + few.length === 0 ? 0 : 1;
