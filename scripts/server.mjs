// The bench's server: static files over https on localhost only.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import https from "node:https";
import path from "node:path";
import sirv from "sirv";
import { ROOT, Trouble } from "./prepare.mjs";

const EXAMPLES = path.join(ROOT, "assets/exemples");
/** Who may frame the pane: the bench, and Excel on the web when a developer loads the pane there. */
const FRAMERS =
  "'self' https://*.officeapps.live.com https://*.office.com https://*.cloud.microsoft https://*.sharepoint.com";
/** The bench's own policy; the pane states the rest of its policy itself, in its page. */
const BENCH_POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
  "connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

// Hashed names never change; the page itself is asked again each time.
const cached = (response, file) => {
  const hashed = /\.[0-9a-f]{16,}\./.test(file);
  response.setHeader("Cache-Control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
};

function mount(prefix, folder, options = {}) {
  const serve = sirv(folder, { etag: true, setHeaders: cached, ...options });
  return (request, response, next) => {
    if (!request.url.startsWith(prefix)) return next();
    request.url = request.url.slice(prefix.length - 1);
    // sirv caches what it has parsed of the address on the request.
    delete request._parsedUrl;
    serve(request, response, () => {
      response.statusCode = 404;
      response.end();
    });
  };
}

function listExamples(request, response, next) {
  if (request.url !== "/exemples.json") return next();
  const files = existsSync(EXAMPLES) ? readdirSync(EXAMPLES) : [];
  const names = files.filter((name) => name.endsWith(".xlsx") && !name.startsWith("~$"));
  response.setHeader("Content-Type", "application/json; charset=utf-8");
  response.setHeader("Cache-Control", "no-cache");
  response.end(JSON.stringify(names.sort((a, b) => a.localeCompare(b, "fr"))));
}

/** The bench draws its ribbon from the manifest itself. */
function sendManifest(request, response, next) {
  if (request.url !== "/manifest.xml") return next();
  response.setHeader("Content-Type", "application/xml; charset=utf-8");
  response.setHeader("Cache-Control", "no-cache");
  response.end(readFileSync(path.join(ROOT, "manifest.xml")));
}

function handler(paneFolder, benchFolder) {
  const chain = [
    listExamples,
    sendManifest,
    mount("/exemples/", EXAMPLES, { dev: true }),
    mount("/icons/", path.join(ROOT, "assets/icons"), { dev: true }),
    // 87 MB of unmodified files: looked up on demand, not listed at start.
    mount("/volet/office-js/", path.join(ROOT, "node_modules/@microsoft/office-js/dist"), { dev: true }),
    mount("/volet/", paneFolder),
    mount("/", benchFolder),
  ];
  return (request, response) => {
    const pane = request.url.startsWith("/volet/");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Content-Security-Policy", pane ? `frame-ancestors ${FRAMERS}` : BENCH_POLICY);
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.statusCode = 405;
      return response.end();
    }
    const step = (index) => chain[index](request, response, () => step(index + 1));
    return step(0);
  };
}

const listen = (server, port, host) =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve(server));
  });

const close = (server) =>
  new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });

/** Listens on this port for both addresses that "localhost" may mean; null when it is taken. */
async function tryPort(port, credentials, handle) {
  const servers = [];
  for (const host of ["127.0.0.1", "::1"]) {
    const server = https.createServer(credentials, handle);
    try {
      // The second one takes the port that the first was given.
      await listen(server, servers[0]?.address().port ?? port, host);
      servers.push(server);
    } catch (error) {
      const noIpv6 = host === "::1" && ["EADDRNOTAVAIL", "EAFNOSUPPORT", "EINVAL"].includes(error.code);
      if (noIpv6) continue;
      await Promise.all(servers.map(close));
      if (["EADDRINUSE", "EACCES"].includes(error.code)) return null;
      throw error;
    }
  }
  return { port: servers[0].address().port, stop: () => Promise.all(servers.map(close)) };
}

/** Serves the bench and the pane on the wanted port, or on the next free one. */
export async function serve({ paneFolder, benchFolder, credentials, wantedPort }) {
  const handle = handler(paneFolder, benchFolder);
  for (let port = wantedPort; port < Math.min(wantedPort + 20, 65_536); port += 1) {
    const running = await tryPort(port, credentials, handle);
    if (running) return running;
  }
  const running = await tryPort(0, credentials, handle);
  if (!running) throw new Trouble("Aucun port libre sur cette machine.");
  return running;
}
