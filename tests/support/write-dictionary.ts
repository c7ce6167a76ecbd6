import { writeFileSync } from 'node:fs';
import { renderDictionary } from '../../src/model/dictionary';

writeFileSync(new URL('../../src/model/dictionary.md', import.meta.url), renderDictionary());
