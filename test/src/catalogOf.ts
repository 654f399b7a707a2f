import { createReadStream, createWriteStream } from 'fs';
import { pipeline } from 'stream/promises';
import { createGunzip } from 'zlib';
import {
  catalogDocuments,
  readVerisCatalog,
} from '@hindsight/backstage-plugin-incident-learning-backend';

/*
 * Writes a catalog file with a component for each victim of a VERIS file, so that its incidents have entities.
 *
 *   node --import tsx src/catalogOf.ts vcdb.jsonl.gz catalog.yaml [owner]
 */

async function main(from?: string, to?: string, owner?: string) {
  if (!from || !to) {
    throw new Error(
      'Give the VERIS file (.json, .jsonl, or either with .gz) and the catalog file to write (.yaml).',
    );
  }
  const file = createReadStream(from);
  const entries = await readVerisCatalog(
    from.endsWith('.gz') ? file.pipe(createGunzip()) : file,
  );
  await pipeline(catalogDocuments(entries, owner), createWriteStream(to));
  console.log(`${to}: ${entries.length} components`);
}

main(...process.argv.slice(2)).catch(error => {
  console.error(error.message);
  process.exitCode = 1;
});
