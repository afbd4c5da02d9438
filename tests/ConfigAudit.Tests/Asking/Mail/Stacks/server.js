// Node's own TLS on loopback: certificate, key, port and more options (as JSON) are told. It ends with its standard input.
const fs = require('fs');
const tls = require('tls');
const [certificate, key, port, options] = process.argv.slice(2);
tls.createServer({ cert: fs.readFileSync(certificate), key: fs.readFileSync(key), ...JSON.parse(options || '{}') }, client => client.on('error', () => {}).resume())
  .on('tlsClientError', () => {})
  .listen(Number(port), '127.0.0.1');
process.stdin.on('end', () => process.exit()).resume();
