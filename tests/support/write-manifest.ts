import { writeFileSync } from 'node:fs';
import { sampleManifest } from '../../sample-data/manifest';

const file = new URL('../../sample-data/manifest.json', import.meta.url);
writeFileSync(file, JSON.stringify(await sampleManifest(), null, 2));
