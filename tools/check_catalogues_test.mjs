// node --test tools/check_catalogues_test.mjs: one fault of each kind is found, and none where there is none.
import assert from "node:assert/strict";
import { test } from "node:test";
import { checkCatalogues } from "./check_catalogues.mjs";
import { parsePo } from "./po_file.mjs";
import { pseudo, pseudoCatalogue } from "./pseudo_catalogue.mjs";

const header = (forms) => `msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Plural-Forms: nplurals=${forms}; plural=0;\\n"\n\n`;
const message = (id, text) => `msgid "${id}"\nmsgstr "${text}"\n\n`;
const plural = (id, ...texts) => `msgid "${id}"\nmsgid_plural "${id}"\n${texts.map((text, form) => `msgstr[${form}] "${text}"\n`).join("")}\n`;
const faultsOf = (...sources) => checkCatalogues(sources.map((source, index) => ({ name: `${index}.po`, source }))).faults;

test("good catalogues have no faults", () => {
  const vi = header(1) + message("a.b", "Đăng {date}") + plural("a.count", "{count} bài");
  const en = header(2) + message("a.b", "Posted {date}") + plural("a.count", "one article", "{count} articles");
  assert.deepEqual(faultsOf(vi, en), []);
});

const good = header(1) + message("a.b", "x {date}");
for (const [name, other, pattern] of [
  ["missing message", header(1), /a\.b: missing/],
  ["message too many", good + message("a.c", "y"), /a\.c: missing/],
  ["other placeholder", header(1) + message("a.b", "x {day}"), /placeholders/],
  ["empty message", header(1) + message("a.b", ""), /empty msgstr/],
  ["double message", good + message("a.b", "x {date}"), /twice/],
  ["missing form", header(2) + plural("a.b", "x {date}"), /empty msgstr\[1\]/],
  ["no plural rule", 'msgid ""\nmsgstr ""\n\n' + message("a.b", "x {date}"), /Plural-Forms/],
  ["id without dot", good + message("title", "x"), /not a dotted id/],
  ["decomposed text", header(1) + message("a.b", "e\u0301 {date}"), /not NFC/],
  ["not a catalogue", good + "hello", /not understood/],
]) {
  test(`${name} is found`, () => assert.match(faultsOf(good, other).join("\n"), pattern));
}

test("a placeholder missing in one plural form only is found", () => {
  const faults = faultsOf(header(2) + plural("a.b", "{count} of {name}", "{count}"));
  assert.match(faults.join("\n"), /placeholders/);
});

test("the pseudo-language keeps placeholders and markup", () => {
  assert.equal(pseudo("Posted {date}"), "⟦Þöšţéð {date}···⟧");
  assert.match(pseudo("<b>ok</b> &amp; {x}"), /^⟦<b>öķ<\/b> &amp; \{x\}·+⟧$/);
  const made = pseudoCatalogue(header(2) + plural("a.b", "one", "{count} many"), "en.po");
  const [, row] = parsePo(made, "qps.po");
  assert.equal(row.texts.length, 2);
  assert.match(row.texts[1], /^⟦\{count\} ɱåñý·+⟧$/);
});
