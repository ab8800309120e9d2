// The protocol as the whole program speaks it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { get, raw, request, splitResponses } from './support/client.mjs';
import { elements, links } from './support/page.mjs';
import { demoInstallation, serve } from './support/program.mjs';
import { tour } from './support/tour.mjs';

let server, picture, style;
before(async () => {
  server = await serve(await demoInstallation('http'));
  const home = await get(server, '/vi/');
  style = links(home.text, 'stylesheet')[0].href;
  const { item } = await tour(server, 'vi');
  const pages = [home.text, (await get(server, item)).text].join('');
  picture = elements(pages, 'img').map(({ src }) => src).find((src) => src?.includes('/media/')) ?? elements(pages, 'img')[0]?.src;
});
after(() => server?.stop());

test('HEAD answers as GET does, without the body', async () => {
  for (const address of ['/vi/', '/vi/feed.xml', '/robots.txt', style, picture, '/vi/no-such-page']) {
    const whole = await get(server, address);
    const head = await request(server, address, { method: 'HEAD' });
    assert.equal(head.status, whole.status, address);
    assert.equal(head.bytes.length, 0, address);
    for (const name of ['content-type', 'content-length', 'etag', 'cache-control', 'content-security-policy']) {
      assert.equal(head.headers[name], whole.headers[name], `${address}: ${name}`);
    }
  }
});

test('entity tags: 304 while nothing changed, weak comparison, lists and *', async () => {
  for (const address of ['/vi/', style, picture]) {
    const { headers } = await get(server, address);
    assert.ok(headers.etag, `${address}: ETag`);
    for (const value of [headers.etag, `W/${headers.etag.replace(/^W\//, '')}`, `"other", ${headers.etag}`, '*']) {
      const again = await get(server, address, { 'if-none-match': value });
      assert.equal(again.status, 304, `${address}: ${value}`);
      assert.equal(again.bytes.length, 0);
      assert.equal(again.headers.etag, headers.etag);
    }
    assert.equal((await get(server, address, { 'if-none-match': '"other"' })).status, 200);
  }
});

test('encodings: negotiated, decodable, kept apart by Vary', async () => {
  const plain = await get(server, '/vi/');
  assert.equal(plain.headers['content-encoding'], undefined);
  assert.match(plain.headers.vary ?? '', /accept-encoding/i);
  const brotli = await get(server, '/vi/', { 'accept-encoding': 'gzip, deflate, br' });
  assert.equal(brotli.headers['content-encoding'], 'br');
  assert.deepEqual(brotliDecompressSync(brotli.bytes), plain.bytes);
  const gzip = await get(server, '/vi/', { 'accept-encoding': 'gzip' });
  if (gzip.headers['content-encoding']) assert.deepEqual(gunzipSync(gzip.bytes), plain.bytes);
  const refused = await get(server, '/vi/', { 'accept-encoding': 'br;q=0, identity' });
  assert.equal(refused.headers['content-encoding'], undefined);
  assert.notEqual(brotli.headers.etag, undefined);
});

test('pictures are served for ever, pages are asked again', async () => {
  assert.ok(picture, 'the demo site shows a picture');
  const media = await get(server, picture);
  assert.match(media.headers['content-type'], /^image\//);
  assert.match(media.headers['cache-control'], /immutable/);
  assert.doesNotMatch((await get(server, '/vi/')).headers['cache-control'] ?? '', /immutable/);
});

test('ranges on media', async () => {
  const whole = await get(server, picture);
  assert.equal(whole.headers['accept-ranges'], 'bytes');
  const size = whole.bytes.length;
  for (const [range, from, to] of [['bytes=0-9', 0, 9], ['bytes=10-', 10, size - 1], ['bytes=-5', size - 5, size - 1], [`bytes=5-${size + 100}`, 5, size - 1]]) {
    const part = await get(server, picture, { range });
    assert.equal(part.status, 206, range);
    assert.equal(part.headers['content-range'], `bytes ${from}-${to}/${size}`, range);
    assert.deepEqual(part.bytes, whole.bytes.subarray(from, to + 1), range);
  }
  const beyond = await get(server, picture, { range: `bytes=${size}-` });
  assert.equal(beyond.status, 416);
  assert.equal(beyond.headers['content-range'], `bytes */${size}`);
  assert.equal((await get(server, picture, { range: 'bytes=0-9', 'if-range': '"other"' })).status, 200);
  assert.equal((await get(server, picture, { range: 'lines=0-9' })).status, 200, 'an unknown unit is ignored');
});

test('methods that a page has not', async () => {
  for (const method of ['DELETE', 'PUT', 'PATCH']) {
    const { status, headers } = await request(server, '/vi/', { method });
    assert.equal(status, 405, method);
    assert.match(headers.allow ?? '', /GET/);
  }
  assert.ok([405, 501].includes((await request(server, '/vi/', { method: 'TRACE' })).status));
});

test('requests that are none are refused, with a page and without a stack', async () => {
  const host = server.host;
  for (const [bytes, expected] of [
    [`GET /vi/ HTTP/1.1\r\n\r\n`, 400],
    [`GET /vi/ HTTP/1.1\r\nHost: ${host}\r\nHost: ${host}\r\n\r\n`, 400],
    [`GET /vi/ HTTP/1.1\r\nHost : ${host}\r\n\r\n`, 400],
    [`GET /vi/../etc/passwd HTTP/1.1\r\nHost: ${host}\r\n\r\n`, 400],
    [`GET /%00 HTTP/1.1\r\nHost: ${host}\r\n\r\n`, 400],
    [`GET /${'a'.repeat(9000)} HTTP/1.1\r\nHost: ${host}\r\n\r\n`, 414],
    [`GET /vi/ HTTP/1.1\r\nHost: ${host}\r\nX: ${'a'.repeat(20000)}\r\n\r\n`, 431],
    [`POST /vi/ HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, 400],
    [`POST /vi/ HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab`, 400],
  ]) {
    const { responses } = splitResponses(await raw(server, bytes));
    const name = JSON.stringify(bytes.slice(0, 60));
    assert.equal(responses.length, 1, name);
    assert.equal(responses[0].status, expected, name);
    assert.match(responses[0].headers.connection ?? '', /close/i, name);
  }
  assert.equal((await get(server, '/healthz')).status, 200, 'and it goes on');
});

test('pipelined requests are answered in order', async () => {
  const ask = (address, more = '') => `GET ${address} HTTP/1.1\r\nHost: ${server.host}\r\n${more}\r\n`;
  const text = await raw(server, ask('/robots.txt') + ask('/vi/no-such-page') + ask('/healthz', 'Connection: close\r\n'));
  const { responses, rest } = splitResponses(text);
  assert.deepEqual(responses.map(({ status }) => status), [200, 404, 200]);
  assert.equal(rest, 0);
});

test('nobody sees what server this is', async () => {
  const { headers } = await get(server, '/vi/');
  assert.doesNotMatch(`${headers.server ?? ''}${headers['x-powered-by'] ?? ''}`, /\d/);
  assert.ok(headers.date);
});

test('metrics and health on loopback', async () => {
  const metrics = await get(server, '/metrics');
  assert.equal(metrics.status, 200);
  assert.match(metrics.headers['content-type'], /^text\/plain/);
  assert.match(metrics.text, /^# TYPE \w+ (counter|gauge|histogram)$/m);
});

test('X-Forwarded headers of a stranger are not believed, those of a trusted proxy are', async () => {
  const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'evil.example', 'x-forwarded-for': '203.0.113.9' };
  const { status, text } = await get(server, '/vi/', forwarded);
  assert.equal(status, 200);
  assert.doesNotMatch(text, /evil\.example/);
});
