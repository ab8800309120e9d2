#!/usr/bin/env node
// check_catalogues.mjs [FOLDER | FILE.po ...]   (default: i18n)
// Every catalogue has the same ids, the same {placeholders} in each message, no
// empty and no double message, all plural forms. Exit 1 with the list of faults.
import { readFileSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parsePo, placeholders, pluralForms } from "./po_file.mjs";

const kDefault = join(dirname(fileURLToPath(import.meta.url)), "..", "i18n");

function poFiles(paths) {
  return paths.flatMap((path) =>
    statSync(path).isDirectory()
      ? readdirSync(path).filter((name) => name.endsWith(".po")).sort().map((name) => join(path, name))
      : [path],
  );
}

/** Faults one catalogue has by itself; fills `byId`. */
function checkAlone(name, messages, byId) {
  const faults = [];
  const forms = pluralForms(messages);
  if (forms === 0) faults.push(`${name}: no Plural-Forms in the header`);
  for (const message of messages) {
    if (message.id === "") continue;
    const where = `${name}:${message.line}: ${message.id}`;
    if (byId.has(message.id)) faults.push(`${where}: twice (first in line ${byId.get(message.id).line})`);
    else byId.set(message.id, message);
    if (!/^[a-z0-9_]+(\.[a-z0-9_]+)+$/.test(message.id)) faults.push(`${where}: not a dotted id`);
    const wanted = message.plural === null ? 1 : forms;
    for (let form = 0; form < wanted; form++) {
      const text = message.texts[form] ?? "";
      if (text.trim() === "") faults.push(`${where}: empty msgstr${message.plural === null ? "" : `[${form}]`}`);
      if (text !== text.normalize("NFC")) faults.push(`${where}: not NFC`);
    }
    if (message.texts.length > wanted) faults.push(`${where}: ${message.texts.length} forms, ${wanted} wanted`);
    if (message.plural !== null && message.plural !== message.id) faults.push(`${where}: msgid_plural must repeat the id`);
  }
  return faults;
}

/** A plural form may leave out {count} ("one visitor"); the others may not differ. */
function namesOf(message) {
  return message.texts.map((text) => placeholders(text).filter((name) => message.plural === null || name !== "count"));
}

function checkPair(name, catalogue, referenceName, reference) {
  const faults = [];
  for (const [id, message] of reference) {
    const other = catalogue.get(id);
    if (!other) {
      faults.push(`${name}: ${id}: missing (it is in ${referenceName})`);
      continue;
    }
    if ((other.plural === null) !== (message.plural === null)) faults.push(`${name}: ${id}: plural in one catalogue only`);
    const wanted = namesOf(message)[0]?.join(", ") ?? "";
    for (const names of namesOf(other)) {
      if (names.join(", ") !== wanted) {
        faults.push(`${name}:${other.line}: ${id}: placeholders {${names.join(", ")}}, ${referenceName} has {${wanted}}`);
      }
    }
  }
  for (const id of catalogue.keys()) {
    if (!reference.has(id)) faults.push(`${referenceName}: ${id}: missing (it is in ${name})`);
  }
  return faults;
}

export function checkCatalogues(files) {
  const faults = [];
  const catalogues = [];
  for (const { name, source } of files) {
    try {
      const byId = new Map();
      faults.push(...checkAlone(name, parsePo(source, name), byId));
      catalogues.push({ name, byId });
    } catch (error) {
      faults.push(error.message);
    }
  }
  const [reference, ...others] = catalogues;
  if (reference) faults.push(...checkPair(reference.name, reference.byId, reference.name, reference.byId));
  for (const { name, byId } of others) faults.push(...checkPair(name, byId, reference.name, reference.byId));
  return { faults, messages: reference?.byId.size ?? 0 };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const paths = poFiles(process.argv.length > 2 ? process.argv.slice(2) : [kDefault]);
  const { faults, messages } = checkCatalogues(
    paths.map((path) => ({ name: basename(path), source: readFileSync(path, "utf8") })),
  );
  for (const fault of faults) console.error(fault);
  if (faults.length > 0 || paths.length === 0) {
    console.error(paths.length === 0 ? "no catalogues found" : `${faults.length} faults`);
    process.exit(1);
  }
  console.log(`${paths.length} catalogues, ${messages} messages: no faults`);
}
