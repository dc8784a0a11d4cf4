// Keeps what an inspector needs without network: the files of our pages, and the forms of inspections that were opened; the
// page for everything else lists them. Kept pages belong to the account that was last seen here; when another one comes, or on logout, they go.
const FILES = "files";
const PAGES = "pages-";
const LOGGING_IN = "logging-in";
const OFFLINE = "/offline";
const PATIENCE = 4000;
const MANY_FILES = 150;

const isFile = (path) => /^\/(css|js|icons|webjars)\//.test(path);
const isPage = (answer) => answer.ok && answer.headers.get("Content-Type")?.includes("html");
const isKept = (path) => /^\/inspections\/[0-9]+$/.test(path);

addEventListener("install", (event) => {
  skipWaiting();
  event.waitUntil(keepOfflinePage());
});
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
// A page asks to be kept, and is told when it is.
addEventListener("message", (event) => {
  const path = String(event.data?.keep);
  if (isKept(path)) event.waitUntil(keep(path, event.source).catch(() => {}));
});
addEventListener("fetch", (event) => {
  const address = new URL(event.request.url);
  if (address.origin !== location.origin) return;
  if (event.request.method === "GET" && isFile(address.pathname)) event.respondWith(file(event.request));
  else if (event.request.mode === "navigate") event.respondWith(page(event, address));
});

// Files are named by their content, so one that is kept is the right one.
async function file(request) {
  const files = await caches.open(FILES);
  const kept = await files.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await files.put(request, answer.clone());
  return answer;
}

async function page(event, address) {
  const { request } = event;
  const path = address.pathname;
  if (request.method !== "GET") {
    if (path === "/login") await caches.open(LOGGING_IN);
    if (path === "/logout") await forgetPages();
    return fetch(request).catch(offline);
  }
  const answer = fetch(request);
  event.waitUntil(answer.then((arrived) => (isPage(arrived) ? look(path, arrived.clone()) : null)).catch(() => {}));
  const kept = isKept(path) && !address.searchParams.has("login") ? await keptPage(path) : null;
  if (!kept) return answer.catch(offline);
  return Promise.race([answer.catch(() => kept), new Promise((done) => setTimeout(done, PATIENCE, kept))]);
}

async function keep(path, page) {
  if (!(await keptPage(path))) await look(path, await fetch(path, { redirect: "manual" }));
  if (await keptPage(path)) page.postMessage({ kept: path });
}

// Whose page came, and whether it is one to keep.
async function look(path, answer) {
  if (!isPage(answer)) return;
  const html = await answer.clone().text();
  const account = html.match(/<body[^>]* data-account="([0-9]+)"/)?.[1];
  if (!account) return;
  await forgetPages(PAGES + account);
  if (!isKept(path)) return;
  const pages = await caches.open(PAGES + account);
  if (html.includes('id="inspecting"')) {
    await pages.put(path, answer);
    await keepFiles(html);
  } else {
    await pages.delete(path);
  }
}

async function forgetPages(exceptOf) {
  const others = (await caches.keys()).filter((name) => name === LOGGING_IN || (name.startsWith(PAGES) && name !== exceptOf));
  await Promise.all(others.map((name) => caches.delete(name)));
}

// While somebody logs in nobody knows whose the kept pages are.
async function keptPage(path) {
  const names = await caches.keys();
  const pages = names.find((name) => name.startsWith(PAGES));
  return pages && !names.includes(LOGGING_IN) ? (await caches.open(pages)).match(path) : null;
}

const offline = async () => (await (await caches.open(FILES)).match(OFFLINE)) ?? Response.error();

// The plain page for everything that is not kept, as nobody in particular sees it.
async function keepOfflinePage() {
  const answer = await fetch(OFFLINE, { credentials: "omit" });
  if (!answer.ok) throw new Error("no offline page");
  await (await caches.open(FILES)).put(OFFLINE, answer.clone());
  await keepFiles(await answer.text());
}

const filesOf = (html) => [...html.matchAll(/(?:href|src)="([^"]+)"/g)].map((found) => found[1]).filter(isFile);

async function keepFiles(html) {
  const files = await caches.open(FILES);
  for (const name of filesOf(html)) {
    if (await files.match(name)) continue;
    const answer = await fetch(name);
    if (!answer.ok) continue;
    await files.put(name, answer.clone());
    if (!name.endsWith(".css")) continue;
    const fonts = [...(await answer.text()).matchAll(/url\("?([^")]+\.woff2[^")]*)/g)].map((found) => new URL(found[1], answer.url));
    await Promise.all(fonts.map(async (font) => files.put(font, await fetch(font))));
  }
  const kept = await files.keys();
  if (kept.length > MANY_FILES) await Promise.all(kept.filter((one) => isFile(new URL(one.url).pathname)).slice(0, MANY_FILES / 2).map((one) => files.delete(one)));
}
