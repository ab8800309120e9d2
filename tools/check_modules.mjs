#!/usr/bin/env node
// Holds the walls between modules (ARCHITECTURE.md) where the build cannot:
// reads the same list as the build, haidang_module(...) in CMakeLists.txt, and
// looks at every file under src/. `node tools/check_modules.mjs [ROOT]` prints
// one line per fault and exits 1 if there are any. The planted faults of
// check_modules_test.mjs show that each rule bites.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

// Which headers belong to which vendor of cmake/vendors.cmake. The first match
// wins, so the narrower prefix stands first. A header that is in no row is
// refused: add the row together with the vendor.
const VENDOR_HEADERS = [
  ['boost_json', /^boost\/json(\.hpp|\/)/],
  ['boost_locale', /^boost\/locale(\.hpp|\/)/],
  ['beast', /^boost\/(beast|asio)(\.hpp|\/)/],
  ['boost_url', /^boost\/url(\.hpp|\/)/],
  ['boost_headers', /^boost\//],
  ['soci', /^(soci\/|soci\.h$|soci-|sqlite3\.h$|libpq-fe\.h$|postgresql\/)/],
  ['icu', /^unicode\//],
  ['openssl', /^openssl\//],
  ['sodium', /^sodium(\.h$|\/)/],
  ['compression', /^(brotli\/|zstd|zlib\.h$|zconf\.h$)/],
  ['ctemplate', /^ctemplate\//],
  ['mustache', /^(kainjow\/)?mustache\.hpp$/],
  ['vips', /^(vips\/|glib)/],
  ['gumbo', /^gumbo\.h$/],
  ['uchardet', /^uchardet\//],
  ['pugixml', /^(pugixml|pugiconfig)\.hpp$/],
  ['cli11', /^CLI\//],
  ['toml', /^toml\+\+\//],
  ['spdlog', /^(spdlog|fmt)\//],
  ['xapian', /^xapian(\.h$|\/)/],
  ['opencc', /^opencc\//],
  ['exiv2', /^exiv2\//],
  ['zip', /^zip\.h$/],
  ['libarchive', /^archive(_entry)?\.h$/],
  ['poppler', /^poppler\//],
  ['pango', /^(pango|cairo)\//],
  ['curl', /^curl\//],
  ['ical', /^libical\//],
  ['qrencode', /^qrencode\.h$/],
  ['prometheus', /^prometheus\//],
];

// Outside types that every module may meet through one of our headers, because
// they are vocabulary like std::string (docs/adr/0004-vocabulary-types.md).
const VOCABULARY = {
  'base/json.h': ['boost_json'],
  'base/result.h': ['boost_headers'],
};

// The C++ standard library has no slash and no ".h"; of C and POSIX these are used.
const STANDARD = /^[a-z_0-9]+$/;
const PLATFORM = /^(sys|netinet|arpa|net|linux)\/[a-z_0-9]+\.h$|^(unistd|fcntl|poll|signal|dirent|dlfcn|errno|grp|pwd|limits|netdb|pthread|sched|spawn|termios|time|ucontext|execinfo|cxxabi|malloc|stdlib|string|stdio)\.h$/;
const TEST_HEADERS = /^(gtest|gmock)\//;

const SQL_START = /^\s*(SELECT\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|CREATE\s+(UNIQUE\s+)?(TABLE|INDEX|VIEW|TRIGGER|DATABASE|SCHEMA)\s)/;

export function readModules(root) {
  const text = readFileSync(join(root, 'CMakeLists.txt'), 'utf8').replace(/#.*$/gm, '');
  const modules = new Map();
  for (const [, inside] of text.matchAll(/\bhaidang_module\s*\(([^)]*)\)/g)) {
    const [name, ...words] = inside.trim().split(/\s+/);
    const module = { name, layer: undefined, uses: [], vendors: [] };
    let list;
    for (let at = 0; at < words.length; at += 1) {
      if (words[at] === 'LAYER') module.layer = Number(words[(at += 1)]);
      else if (words[at] === 'USES') list = module.uses;
      else if (words[at] === 'VENDORS') list = module.vendors;
      else list?.push(words[at]);
    }
    modules.set(name, module);
  }
  return modules;
}

function* walk(root, folder) {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory()) yield* walk(root, path);
    else yield path;
  }
}

// The module whose folder holds this path, the longest name first
// ("features/articles" before "features").
function moduleOf(path, modules) {
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    if (modules.has(folder)) return modules.get(folder);
  }
  return undefined;
}

// The source without comments, its string literals kept aside: an include in a
// comment does not count, nor does SQL.
function scan(text) {
  const literals = [];
  const pattern = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|R"([^\s()\\]{0,16})\(([\s\S]*?)\)\1"|"((?:[^"\\\n]|\\.)*)"|(?<![0-9A-Fa-f])'(?:[^'\\\n]|\\.)+'/g;
  const includes = [];
  const code = text.replace(pattern, (match, _delimiter, raw, plain, offset) => {
    const lines = '\n'.repeat(match.split('\n').length - 1);
    if (match.startsWith('//') || match.startsWith('/*')) return ` ${lines}`;
    const before = text.slice(text.lastIndexOf('\n', offset) + 1, offset);
    if (/^\s*#\s*include\s*$/.test(before)) return match;
    const value = raw ?? plain;
    if (value !== undefined) literals.push({ value, line: lineAt(text, offset) });
    return `""${lines}`;
  });
  for (const match of code.matchAll(/^[ \t]*#[ \t]*include[ \t]*(?:"([^"]+)"|<([^>]+)>)/gm)) {
    includes.push({ quoted: match[1], angled: match[2], line: lineAt(code, match.index) });
  }
  return { includes, literals };
}

function lineAt(text, offset) {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

function checkList(modules, faults) {
  for (const module of modules.values()) {
    if (!Number.isInteger(module.layer)) faults.push(`CMakeLists.txt: module ${module.name} names no LAYER`);
    for (const used of module.uses) {
      const other = modules.get(used);
      if (!other) faults.push(`CMakeLists.txt: module ${module.name} uses ${used}, which is no module`);
      else if (!(other.layer < module.layer)) {
        faults.push(`CMakeLists.txt: layers point down: ${module.name} (${module.layer}) must not use ${used} (${other.layer})`);
      }
    }
  }
}

function checkPlaces(files, modules, faults) {
  const seen = new Map();
  for (const path of files) {
    const module = moduleOf(path, modules);
    if (!module) {
      faults.push(`src/${path}: belongs to no module of CMakeLists.txt`);
      continue;
    }
    const inside = path.slice(module.name.length + 1);
    if (inside.startsWith('templates/')) continue;
    if (inside.includes('/')) faults.push(`src/${path}: private subfolder (a module has files and templates/ only)`);
    const name = basename(path);
    if (seen.has(name)) faults.push(`src/${path}: file name already taken by src/${seen.get(name)}`);
    else seen.set(name, path);
  }
}

function checkQuoted(path, module, include, context) {
  const where = `src/${path}:${include.line}`;
  const { modules, root, faults, edges, headerSet } = context;
  const target = include.quoted;
  // Tests see tests/support and what the program carries inside as well.
  if (path.endsWith('_test.cpp') && (existsSync(join(root, 'tests/support', target)) || target === 'resources/resources.h')) return;
  if (!target.includes('/')) {
    faults.push(`${where}: "${target}" is not written from the root ("module/file.h")`);
    return;
  }
  const other = moduleOf(target, modules);
  if (!other) {
    faults.push(`${where}: "${target}" is in no module`);
    return;
  }
  if (other !== module && !module.uses.includes(other.name)) {
    faults.push(`${where}: ${module.name} does not name ${other.name} in its USES ("${target}")`);
  }
  if (!headerSet.has(target)) faults.push(`${where}: there is no src/${target}`);
  else edges.get(path).push(target);
  if (other !== module) context.publicHeaders.add(target);
}

function checkAngled(path, module, include, context) {
  const where = `src/${path}:${include.line}`;
  const header = include.angled;
  if (STANDARD.test(header) || PLATFORM.test(header)) return;
  if (TEST_HEADERS.test(header)) {
    if (!path.endsWith('_test.cpp')) context.faults.push(`${where}: <${header}> outside a test`);
    return;
  }
  const row = VENDOR_HEADERS.find(([, pattern]) => pattern.test(header));
  if (!row) {
    context.faults.push(`${where}: <${header}> is no known header (add its vendor to tools/check_modules.mjs)`);
    return;
  }
  const [vendor] = row;
  if (!module.vendors.includes(vendor)) {
    context.faults.push(`${where}: <${header}> belongs to ${vendor}, which ${module.name} does not name in its VENDORS`);
  }
  context.vendorUses.push({ path, vendor, header, where });
}

// A vendor's header in a public header, itself or through the module's own
// headers, would hand its types to every user of the module.
function checkVendorLeaks({ vendorUses, publicHeaders, edges, modules, faults }) {
  const exposed = new Set();
  const visit = (path, module) => {
    if (exposed.has(path)) return;
    exposed.add(path);
    for (const next of edges.get(path) ?? []) if (moduleOf(next, modules) === module) visit(next, module);
  };
  for (const path of publicHeaders) visit(path, moduleOf(path, modules));
  for (const { path, vendor, header, where } of vendorUses) {
    if (exposed.has(path) && !(VOCABULARY[path] ?? []).includes(vendor)) {
      faults.push(`${where}: public header lets <${header}> of ${vendor} out of its module`);
    }
  }
}

function checkCycles(edges, faults) {
  const state = new Map();
  const trail = [];
  const visit = (path) => {
    state.set(path, 'open');
    trail.push(path);
    for (const next of edges.get(path) ?? []) {
      if (state.get(next) === 'open') faults.push(`src/${path}: include cycle: ${[...trail.slice(trail.indexOf(next)), next].join(' -> ')}`);
      else if (!state.has(next)) visit(next);
    }
    trail.pop();
    state.set(path, 'done');
  };
  for (const path of edges.keys()) if (!state.has(path)) visit(path);
}

function checkSql(path, module, literals, faults) {
  if (!path.endsWith('.cpp') && !path.endsWith('.h')) return;
  if (/_store\.cpp$|_test\.cpp$/.test(path) || module.name === 'store') return;
  for (const { value, line } of literals) {
    if (SQL_START.test(value)) faults.push(`src/${path}:${line}: SQL outside *_store.cpp: "${value.trim().slice(0, 40)}"`);
  }
}

export function checkModules(root) {
  const faults = [];
  const modules = readModules(root);
  if (modules.size === 0) faults.push('CMakeLists.txt: names no module');
  const files = [...walk(join(root, 'src'), '')];
  checkList(modules, faults);
  checkPlaces(files, modules, faults);
  const sources = files.filter((path) => /\.(h|cpp)$/.test(path));
  const context = {
    root, modules, faults, vendorUses: [], publicHeaders: new Set(), headerSet: new Set(sources),
    edges: new Map(sources.map((path) => [path, []])),
  };
  for (const path of sources) {
    const module = moduleOf(path, modules);
    if (!module) continue;
    const { includes, literals } = scan(readFileSync(join(root, 'src', path), 'utf8'));
    for (const include of includes) {
      if (include.quoted !== undefined) checkQuoted(path, module, include, context);
      else checkAngled(path, module, include, context);
    }
    checkSql(path, module, literals, faults);
  }
  checkVendorLeaks(context);
  checkCycles(context.edges, faults);
  return { faults, files: sources.length, modules: modules.size };
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const root = resolve(process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), '..'));
  const { faults, files, modules } = checkModules(root);
  for (const fault of faults) console.error(fault);
  console.log(`modules: ${modules} modules, ${files} files, ${faults.length} faults`);
  process.exitCode = faults.length ? 1 : 0;
}
