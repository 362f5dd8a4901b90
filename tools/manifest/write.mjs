// `pnpm manifest`: renews the manifests and the tables in docs/elements.
import { writeDocs } from './docs.mjs';
import { analyse, elementsOf, writeManifests } from './manifest.mjs';

const manifest = await analyse();
writeManifests(manifest);
writeDocs(elementsOf(manifest));
process.stdout.write(`${elementsOf(manifest).length} elements\n`);
