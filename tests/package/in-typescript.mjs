// A user's TypeScript against the declarations in the tarballs: strict, and without skipping their own check.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './packages.mjs';

const CASES = join(ROOT, 'tests/types/cases');
const OPTIONS = {
  strict: true,
  target: 'ES2022',
  module: 'ESNext',
  moduleResolution: 'bundler',
  lib: ['ES2022', 'DOM', 'DOM.Iterable'],
  types: [],
  noEmit: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  verbatimModuleSyntax: true,
};

function tsc(folder) {
  const bin = join(ROOT, 'node_modules/typescript/bin/tsc');
  const result = spawnSync(process.execPath, [bin, '-p', folder, '--pretty', 'false'], { cwd: folder, encoding: 'utf8' });
  return `${result.stdout}${result.stderr}`.split('\n').filter((line) => /error TS/.test(line));
}

/** Compiles all cases at once. Returns the errors, each starting with its file, and the names of the cases. */
export function compile(project) {
  const folder = join(project, 'types');
  mkdirSync(folder, { recursive: true });
  const expected = readdirSync(CASES).filter((file) => file.endsWith('.ts'));
  for (const file of expected) copyFileSync(join(CASES, file), join(folder, file));
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: OPTIONS, include: ['*.ts'] }));
  return { errors: tsc(folder), expected };
}

/** The proof can fail: a wrong use without a mark is an error, and only that. */
export function expectations(project) {
  const folder = join(project, 'wrong-types');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: OPTIONS, include: ['*.ts'] }));
  writeFileSync(
    join(folder, 'wrong.ts'),
    `import '@yizhangtu/map/map';\ndocument.querySelector('yzt-map')?.addEventListener('yzt-pick', (event) => event.detail.features);\nexport {};\n`,
  );
  const errors = tsc(folder);
  rmSync(folder, { recursive: true });
  return errors.length === 1 && /wrong\.ts\(2,.*features/.test(errors[0])
    ? []
    : [`compiler said: ${errors.join('\n') || 'nothing'}`];
}
