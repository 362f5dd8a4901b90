// The packed packages in plain Node: no DOM, no bundler, no condition of ours.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { filesOf } from './packages.mjs';

/** Imports every entry in one Node process and says which throw, or put names on the global object. */
export function importAll(project, entries) {
  const code = `
    const before = new Set(Object.getOwnPropertyNames(globalThis));
    const found = [];
    for (const entry of ${JSON.stringify(entries)}) {
      const faults = [];
      try { const module = await import(entry); if (module.default) faults.push('has a default export'); }
      catch (error) { faults.push(String(error?.stack ?? error).split('\\n').slice(0, 4).join(' ')); }
      for (const name of Object.getOwnPropertyNames(globalThis)) if (!before.has(name) && !KNOWN.test(name)) { before.add(name); faults.push('made a global: ' + name); }
      found.push({ entry, faults });
    }
    process.stdout.write(JSON.stringify(found));`;
  // Lit leaves its versions there, and in Node a registry of elements, so that classes can be made.
  const text = `const KNOWN = /^(?:customElements|(?:lit|reactiveElement)[A-Za-z]*)$/;${code}`;
  const result = spawnSync(process.execPath, ['--input-type=module', '-e', text], {
    cwd: project,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (result.status !== 0) throw new Error(`Node ended with ${result.status}: ${result.stderr}`);
  return JSON.parse(result.stdout);
}

const IMPORT = /(?:^|[\s;}])(?:import|export)\s*(?:[\w*${}\s,]+?\sfrom\s*)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/g;

/** Imports of files a package does not have, and of packages it does not name. */
export function foreignImports(folder, { name, dependencies = {}, peerDependencies = {} }) {
  const files = new Set(filesOf(folder));
  const known = new Set(Object.keys({ ...dependencies, ...peerDependencies }));
  const faults = [];
  for (const file of files) {
    if (!/^dist\/.*(?:\.js|\.d\.ts)$/.test(file) || /^dist\/yizhangtu(?:\.worker|\.files)?\.js$/.test(file)) continue;
    for (const [, named, later] of readFileSync(join(folder, file), 'utf8').matchAll(IMPORT)) {
      const from = named ?? later;
      const wrong = from.startsWith('.') ? fileFault(files, file, from) : packageFault(known, name, from);
      if (wrong) faults.push(`${file}: ${wrong}`);
    }
  }
  return faults;
}

function fileFault(files, file, from) {
  const path = new URL(from, `file:///${file}`).pathname.slice(1);
  const target = file.endsWith('.d.ts') ? path.replace(/\.js$/, '.d.ts') : path;
  return files.has(target) ? undefined : `imports ${from}, which is not packed`;
}

function packageFault(known, own, from) {
  const name = from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/');
  if (known.has(name) || builtinModules.includes(from)) return undefined;
  return name === own ? `imports itself by name (${from})` : `imports ${from}, which package.json does not name`;
}
