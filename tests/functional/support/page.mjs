// Reads served HTML and XML with patterns: enough for what the program writes
// itself (quoted attributes), and free of any parser's leniency.
export const decode = (text) => text
  .replace(/&#x([0-9a-f]+);/gi, (_, digits) => String.fromCodePoint(parseInt(digits, 16)))
  .replace(/&#([0-9]+);/g, (_, digits) => String.fromCodePoint(Number(digits)))
  .replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&amp;/g, '&');

// All elements of a name: [{attribute: value}].
export function elements(html, name) {
  return [...html.matchAll(new RegExp(`<${name}(\\s[^>]*)?>`, 'g'))].map(([, attributes = '']) =>
    Object.fromEntries([...attributes.matchAll(/([a-zA-Z_:][-\w:.]*)(?:="([^"]*)")?/g)].map(([, key, value = '']) => [key, decode(value)])));
}

export const links = (html, relation) => elements(html, 'link').filter((link) => link.rel?.split(' ').includes(relation));
export const textOf = (html) => decode(html.replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ').trim();
export const path = (address) => { const { pathname, search } = new URL(address, 'http://any'); return pathname + search; };
