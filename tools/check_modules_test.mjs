// The check's own test: a small clean tree passes, and one planted fault of each
// kind is found; the real tree must be clean too.
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { checkModules } from './check_modules.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const scratch = mkdtempSync(join(tmpdir(), 'check-modules-'));
after(() => rmSync(scratch, { recursive: true, force: true }));

const CLEAN = {
  'CMakeLists.txt': `
haidang_module(base LAYER 0 VENDORS boost_headers boost_json)  # a comment
haidang_module(store LAYER 1 USES base VENDORS soci)
haidang_module(lang LAYER 1 USES base VENDORS icu)
haidang_module(content LAYER 2 USES base store)
haidang_module(features/articles LAYER 4 USES base store
                                 content)
haidang_module(features/events LAYER 4 USES base store content)
`,
  'src/base/json.h': '#include <boost/json/value.hpp>\n#include "base/result.h"\n',
  'src/base/result.h': '#include <boost/system/result.hpp>\n#include <string>\n',
  'src/store/session.h': '#include "base/result.h"\n// #include "content/item.h" in a comment\n',
  'src/store/session.cpp': '#include "store/session.h"\n#include <soci/soci.h>\nconst char* sql = "SELECT 1";\n',
  'src/lang/unicode.h': '#include "base/result.h"\n',
  'src/lang/unicode.cpp': '#include <unicode/unistr.h>\n#include "lang/unicode.h"\nint number = 10\'000;\n',
  'src/content/item.h': '#include "base/json.h"\n',
  'src/content/item_store.cpp': '#include "content/item.h"\n#include "store/session.h"\nconst char* sql = R"(\nINSERT INTO item VALUES (1))";\n',
  'src/features/articles/article.h': '#include "content/item.h"\n',
  'src/features/articles/article_test.cpp': '#include <gtest/gtest.h>\n#include "features/articles/article.h"\nconst char* sql = "DELETE FROM item";\n',
  'src/features/articles/templates/page.html': '<p>',
  'src/features/events/event.h': '#include <vector>\n#include <sys/stat.h>\nconst char* words = "Selected";\n',
  'src/features/events/templates/page.html': '<p>',
};

function tree(changes) {
  const folder = mkdtempSync(join(scratch, 'tree-'));
  for (const [path, text] of Object.entries({ ...CLEAN, ...changes })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

test('a clean tree passes', () => {
  assert.deepEqual(checkModules(tree({})).faults, []);
});

test('the real tree passes', () => {
  assert.deepEqual(checkModules(root).faults, []);
});

test('a fault planted in a copy of the real tree is found', () => {
  const copy = mkdtempSync(join(scratch, 'real-'));
  for (const path of ['CMakeLists.txt', 'src', 'tests/support']) {
    if (existsSync(join(root, path))) cpSync(join(root, path), join(copy, path), { recursive: true });
  }
  writeFileSync(join(copy, 'src/base/planted.h'), '#include "app/main.h"\n');
  assert.match(checkModules(copy).faults.join('\n'), /planted\.h:1: base does not name app/);
});

const list = (from, to) => ({ 'CMakeLists.txt': CLEAN['CMakeLists.txt'].replace(from, to) });

const PLANTED = [
  ['include of a module not in USES', { 'src/store/extra.cpp': '\n#include "lang/unicode.h"\n' }, /extra\.cpp:2: store does not name lang/],
  ['include of a sibling feature', { 'src/features/events/bad.cpp': '#include "features/articles/article.h"\n' }, /features\/events does not name features\/articles/],
  ['include upwards', { 'src/base/bad.h': '#include "store/session.h"\n' }, /base does not name store/],
  ['USES of a sibling', list('USES base store content)', 'USES base store content features/articles)'), /layers point down: features\/events \(4\) must not use features\/articles \(4\)/],
  ['USES of a higher layer', list('haidang_module(store LAYER 1 USES base', 'haidang_module(store LAYER 1 USES base content'), /layers point down: store/],
  ['USES of nothing known', list('LAYER 1 USES base VENDORS icu', 'LAYER 1 USES base tongue VENDORS icu'), /uses tongue, which is no module/],
  ['module without a layer', list('haidang_module(lang LAYER 1', 'haidang_module(lang'), /lang names no LAYER/],
  ['include cycle', { 'src/content/a.h': '#include "content/b.h"\n', 'src/content/b.h': '#include "content/a.h"\n' }, /include cycle: content\/a\.h -> content\/b\.h -> content\/a\.h/],
  ['private subfolder', { 'src/store/detail/inner.h': '' }, /private subfolder/],
  ['file in no module', { 'src/util/strings.h': '' }, /util\/strings\.h: belongs to no module/],
  ['vendor header in a foreign module', { 'src/content/bad.cpp': '#include <soci/soci.h>\n' }, /belongs to soci, which content does not name/],
  ['database header of a driver', { 'src/lang/bad.cpp': '#include <sqlite3.h>\n' }, /belongs to soci/],
  ['vendor header in a public header', { 'src/store/session.h': '#include <soci/session.h>\n' }, /public header lets <soci\/session\.h>/],
  ['vendor header leaking through an inner header', {
    'src/store/session.h': '#include "store/inner.h"\n', 'src/store/inner.h': '#include <soci/session.h>\n',
  }, /inner\.h:1: public header lets/],
  ['vocabulary beyond the file that may have it', {
    'src/base/other.h': '#include <boost/json/value.hpp>\n', 'src/content/item.h': '#include "base/other.h"\n',
  }, /other\.h:1: public header lets <boost\/json/],
  ['unknown outside header', { 'src/store/bad.cpp': '#include <mystery/thing.h>\n' }, /no known header/],
  ['test header outside a test', { 'src/store/bad.cpp': '#include <gtest/gtest.h>\n' }, /outside a test/],
  ['duplicate file name', { 'src/lang/session.h': '' }, /file name already taken/],
  ['quoted include without a slash', { 'src/store/bad.cpp': '#include "session.h"\n' }, /not written from the root/],
  ['include of a missing file', { 'src/store/bad.cpp': '#include "store/gone.h"\n' }, /there is no src\/store\/gone\.h/],
  ['SQL outside a store', { 'src/content/item.cpp': 'const char* sql =\n  "UPDATE item SET id = 1";\n' }, /item\.cpp:2: SQL outside/],
  ['SQL in a raw literal', { 'src/content/item.cpp': 'const char* sql = R"sql(\n  SELECT id FROM item)sql";\n' }, /SQL outside/],
];

for (const [name, changes, expected] of PLANTED) {
  test(`finds: ${name}`, () => {
    assert.match(checkModules(tree(changes)).faults.join('\n'), expected);
  });
}
