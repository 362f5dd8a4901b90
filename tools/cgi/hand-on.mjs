// @ts-check
// What a CGI program said, as an answer of HTTP.

/** Hands on what the program said. @param {Buffer} all @param {import('node:http').ServerResponse} response */
export function handOn(all, response) {
  // Programs end lines as they like.
  const [gap] = ['\r\n\r\n', '\n\n'].filter((one) => all.includes(one)).sort((a, b) => all.indexOf(a) - all.indexOf(b));
  const end = gap === undefined ? -1 : all.indexOf(gap);
  const head = all.subarray(0, Math.max(0, end)).toString('latin1');
  const status = Number(/^Status:\s*(\d+)/im.exec(head)?.[1] ?? (end < 0 ? 500 : 200));
  const type = /^Content-Type:\s*(.*)$/im.exec(head)?.[1]?.trim() ?? 'text/plain';
  if (!response.destroyed) response.writeHead(status, { 'content-type': type, 'access-control-allow-origin': '*' }).end(end < 0 ? all : all.subarray(end + (gap?.length ?? 0)));
}
