// Makes data/organizations.txt, names of organizations as features of the entity recogniser, out of
//   name-suggestion-index  npm, BSD-3-Clause: brands, operators and transit networks of OpenStreetMap
//   @cspell/dict-companies npm, MIT: names of companies
// Needed only when a source changes:
//   npm install --ignore-scripts name-suggestion-index@8.0.20260918 @cspell/dict-companies     (in some folder DIR)
//   node make_organizations.mjs DIR/node_modules
// Deterministic: one name a line, sorted, in Latin script.
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const modules = process.argv[2];
const names = new Set();
const add = (name) => {
  if (typeof name !== 'string') return;
  const clean = name.replace(/\s+/g, ' ').trim();
  if (clean.length < 2 || clean.length > 60 || clean.includes(';')) return;
  if (!/^[\p{Script=Latin}\p{N}\p{P}\p{Zs}&+]+$/u.test(clean) || !/\p{L}\p{L}/u.test(clean)) return;
  names.add(clean);
};

const index = JSON.parse(readFileSync(join(modules, 'name-suggestion-index/dist/json/nsi.min.json'), 'utf8')).nsi;
for (const [path, category] of Object.entries(index)) {
  if (path.startsWith('flags/')) continue;
  for (const item of category.items) {
    add(item.displayName);
    for (const tag of ['brand', 'operator', 'network']) {
      add(item.tags[tag]);
      add(item.tags[tag + ':en']);
      add(item.tags[tag + ':short']);
    }
    add(item.tags.official_name);
    add(item.tags.short_name);
  }
}

const companies = join(modules, '@cspell/dict-companies/dict/companies.txt');
if (existsSync(companies))
  for (const line of readFileSync(companies, 'utf8').split('\n'))
    if (/^\p{Lu}/u.test(line) && !/[#*+]/.test(line)) add(line);

writeFileSync(join(here, 'data/organizations.txt'), [...names].sort((a, b) => (a < b ? -1 : 1)).join('\n') + '\n');
