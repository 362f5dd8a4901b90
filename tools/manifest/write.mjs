// `pnpm manifest`: renews the manifests, the tables in docs/elements and the JSON Schemas of packs.
import { writeDocs } from './docs.mjs';
import { analyse, elementsOf, writeManifests } from './manifest.mjs';
import { writeSchemas } from './schemas.mjs';

const manifest = await analyse();
writeManifests(manifest);
writeDocs(elementsOf(manifest));
await writeSchemas();
process.stdout.write(`${elementsOf(manifest).length} elements\n`);
