#!/usr/bin/env node
// pseudo_catalogue.mjs OUT.po [SOURCE.po]   (default source: i18n/en.po)
// A pseudo-language from the English one: every letter accented, every message in
// ⟦brackets⟧ and a third longer, {placeholders} and <markup> kept. Text on a page without
// brackets was not translated; a missing closing bracket was cut off.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parsePo } from "./po_file.mjs";

const kEnglish = join(dirname(fileURLToPath(import.meta.url)), "..", "i18n", "en.po");
const kPlain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const kAccented = "åƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ";
const kLetters = new Map([...kPlain].map((letter, index) => [letter, [...kAccented][index]]));

/** "Posted {date}" -> "⟦Þöšţéð {date}··⟧" */
export function pseudo(text) {
  const accented = text.replace(/(\{[^{}]*\}|<[^<>]*>|&[a-z]+;)|([A-Za-z])/g, (whole, kept) => kept ?? kLetters.get(whole));
  const letters = text.replace(/\{[^{}]*\}/g, "").length;
  return `⟦${accented}${"·".repeat(Math.ceil(letters / 3))}⟧`;
}

export function pseudoCatalogue(source, name) {
  const quoted = (text) => JSON.stringify(text);
  const blocks = parsePo(source, name).map((message) => {
    if (message.id === "") {
      return `msgid ""\nmsgstr ${quoted(message.texts[0].replace(/Language: .*\n/, "Language: qps\n"))}`;
    }
    if (message.plural === null) return `msgid ${quoted(message.id)}\nmsgstr ${quoted(pseudo(message.texts[0]))}`;
    const forms = message.texts.map((text, form) => `msgstr[${form}] ${quoted(pseudo(text))}`);
    return [`msgid ${quoted(message.id)}`, `msgid_plural ${quoted(message.plural)}`, ...forms].join("\n");
  });
  return `# Made by tools/pseudo_catalogue.mjs; do not edit.\n${blocks.join("\n\n")}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [out, source = kEnglish] = process.argv.slice(2);
  if (!out) {
    console.error("usage: pseudo_catalogue.mjs OUT.po [SOURCE.po]");
    process.exit(2);
  }
  writeFileSync(out, pseudoCatalogue(readFileSync(source, "utf8"), source));
}
