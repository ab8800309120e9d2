// Reads gettext .po files as far as this project writes them: msgid, msgid_plural,
// msgstr, msgstr[n], continued strings, comments. Anything else is an error.

/** @typedef {{id: string, plural: string | null, texts: string[], line: number}} Message */

function unquote(text, where) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${where}: not a quoted string: ${text}`);
  }
}

/** All messages of a .po text in order, the header (id "") included. */
export function parsePo(source, name) {
  const messages = [];
  let message = null;
  let append = null;
  source.split("\n").forEach((raw, index) => {
    const line = raw.trim();
    const where = `${name}:${index + 1}`;
    if (line === "" || line.startsWith("#")) return;
    const match = /^(?:(msgid|msgid_plural|msgstr|msgstr\[(\d+)\])\s+)?(".*")$/.exec(line);
    if (!match) throw new Error(`${where}: not understood: ${line}`);
    const [, keyword, number, quoted] = match;
    const text = unquote(quoted, where);
    if (keyword === "msgid") {
      message = { id: text, plural: null, texts: [], line: index + 1 };
      messages.push(message);
      append = (more) => (message.id += more);
    } else if (message === null) {
      throw new Error(`${where}: ${keyword ?? "a string"} before the first msgid`);
    } else if (keyword === "msgid_plural") {
      message.plural = text;
      append = (more) => (message.plural += more);
    } else if (keyword) {
      const form = Number(number ?? 0);
      message.texts[form] = text;
      append = (more) => (message.texts[form] += more);
    } else {
      append(text);
    }
  });
  return messages;
}

/** The number of plural forms the header declares. */
export function pluralForms(messages) {
  const header = messages.find((message) => message.id === "")?.texts[0] ?? "";
  return Number(/nplurals\s*=\s*(\d+)/.exec(header)?.[1] ?? 0);
}

/** The names in {braces}, sorted, each once. */
export function placeholders(text) {
  return [...new Set([...text.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1]))].sort();
}
