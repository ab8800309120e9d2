// A plain HTTP client: follows nothing, decodes nothing, adds no header of its
// own but Host; and a raw one that sends the bytes it is given.
import http from 'node:http';
import net from 'node:net';

export function request(server, path, { method = 'GET', headers = {}, body } = {}) {
  return new Promise((resolve, reject) => {
    const asked = http.request({ host: '127.0.0.1', port: server.port, path, method, headers: { host: server.host, ...headers }, agent: false }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const bytes = Buffer.concat(chunks);
        resolve({ status: response.statusCode, headers: response.headers, rawHeaders: response.rawHeaders, bytes, text: bytes.toString('utf8') });
      });
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

export const get = (server, path, headers = {}) => request(server, path, { headers });

// Sends bytes and gives back all that comes until the server closes.
export function raw(server, bytes) {
  return new Promise((resolve, reject) => {
    const socket = net.connect(server.port, '127.0.0.1', () => socket.end(bytes));
    const chunks = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('latin1')));
  });
}

// The whole responses in what a connection carried: [{status, headers, body}],
// and how many bytes were left that make no whole one.
export function splitResponses(text) {
  const responses = [];
  let at = 0;
  while (at < text.length) {
    const end = text.indexOf('\r\n\r\n', at);
    if (end === -1) break;
    const [line, ...fields] = text.slice(at, end).split('\r\n');
    const headers = Object.fromEntries(fields.map((field) => [field.slice(0, field.indexOf(':')).toLowerCase(), field.slice(field.indexOf(':') + 1).trim()]));
    const length = Number(headers['content-length'] ?? NaN);
    if (!(end + 4 + length <= text.length)) break;
    responses.push({ status: Number(line.split(' ')[1]), headers, body: text.slice(end + 4, end + 4 + length) });
    at = end + 4 + length;
  }
  return { responses, rest: text.length - at };
}
