// A market of mathematics behind every venue's own host name, for a browser that is told to look for them here.
import { findInstalledBrowser } from '../../.ci/find-browser.ts';
import { openControlDoor } from './control-door.ts';
import { startExchange } from './exchange.ts';

const PORT = 7443;
const [port = PORT, control = port + 1] = process.argv.slice(2).map(Number);
const exchange = await startExchange({ port });
const door = await openControlDoor(exchange, control);
const browser = findInstalledBrowser() ?? 'chromium';

console.log(`
Loopback exchange on 127.0.0.1:${exchange.port}: ${exchange.venues.join(', ')}

Build and serve the app with "npm start", then open a browser that finds the venues here:

  ${browser} --user-data-dir=.cache/exchange-browser --ignore-certificate-errors \\
    --host-resolver-rules="${exchange.hostRules}" http://127.0.0.1:4173/

Faults:
  curl ${door.address}                                                       state of every venue
  curl ${door.address}/deribit -d '{"http":{"kind":"status","status":429,"retryAfter":"5"}}'
  curl ${door.address}/deribit -d '{"socket":{"kind":"silent"}}'
  curl ${door.address}/deribit -d '{"stormPerSecond":1000}'
  curl -X POST '${door.address}/deribit/cut?how=mid-message'
  curl -X DELETE ${door.address}                                             all well again
What else can be set is written in e2e/exchange/faults.ts. Ctrl-C ends it.
`);

process.once('SIGINT', () => {
  door.close();
  void exchange.close();
});
