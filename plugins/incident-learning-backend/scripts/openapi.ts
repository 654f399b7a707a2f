import { readFileSync, writeFileSync } from 'fs';
import { resolve } from 'path';
import { createOpenApi } from '../src/http/openapi';

// Writes the API's OpenAPI document; with --check, tells whether the committed one still is it.
const path = resolve(__dirname, '../openapi.json');
const document = `${JSON.stringify(createOpenApi(), undefined, 2)}\n`;

if (!process.argv.includes('--check')) {
  writeFileSync(path, document);
} else if (readFileSync(path, 'utf8') !== document) {
  process.stderr.write(
    'openapi.json is not what the endpoints say: run "yarn workspace @hindsight/backstage-plugin-incident-learning-backend openapi" and commit it\n',
  );
  process.exitCode = 1;
}
