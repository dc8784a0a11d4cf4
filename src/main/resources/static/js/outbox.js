// What waits to be sent to the server. It is written into the browser's own store before it is sent, and leaves the store
// only after the server has said that it took it. A queue belongs to one account, and one page sends at a time. Where the
// browser has no such store (or no room in it), what waits stays in the page, and "unstored" says how much that is.
//
// Pages listen on the document: "outbox:changed" with all that waits, "outbox:taken" and "outbox:refused" with an entry
// and the server's reply.
window.outbox = (() => {
  const account = document.body.dataset.account;
  if (!account) return null;
  const PAUSES = [2000, 5000, 10000, 30000];
  const PATIENCE = { text: 20000, file: 180000 };
  const IN_PAGE = 1e15;
  const inPage = [];
  const channel = "BroadcastChannel" in window ? new BroadcastChannel("outbox-" + account) : null;
  let token = document.querySelector("input[name=_csrf]")?.value ?? "";
  let trouble = "";
  let failures = 0;
  let timer = 0;
  let asked = false;

  // the store

  const database = new Promise((done) => {
    try {
      const opening = indexedDB.open("gassafety", 1);
      opening.onupgradeneeded = () => {
        opening.result.createObjectStore("waiting", { keyPath: "order", autoIncrement: true }).createIndex("account", "account");
        opening.result.createObjectStore("cards", { keyPath: ["account", "place", "card"] });
      };
      opening.onsuccess = () => done(opening.result);
      opening.onerror = opening.onblocked = () => done(null);
    } catch (forbidden) {
      done(null);
    }
  });

  // Runs the work in one transaction that is on the disk when the promise is kept; gives what the work handed to "give".
  async function inStore(mode, work) {
    const store = await database;
    if (!store) throw new Error("this browser keeps nothing");
    return new Promise((done, fail) => {
      const transaction = store.transaction(["waiting", "cards"], mode, { durability: "strict" });
      let given;
      transaction.oncomplete = () => done(given);
      transaction.onabort = () => fail(transaction.error ?? new Error("aborted"));
      work(transaction.objectStore("waiting"), transaction.objectStore("cards"), (value) => { given = value; });
    });
  }

  const queue = (waiting, use) => {
    waiting.index("account").getAll(account).onsuccess = (event) => use(event.target.result);
  };

  async function all() {
    const stored = await inStore("readonly", (waiting, cards, give) => queue(waiting, give)).catch(() => []);
    return [...stored, ...inPage];
  }

  const newKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, "0")).join("");
  const sameCard = (entry) => (other) => other.place === entry.place && other.card === entry.card && !other.file && !entry.file;
  const baseOf = (entry) => Number(entry.fields.find(([name]) => name === "base")?.[1] ?? 0);
  const onBase = (entry, base) => {
    if (base <= baseOf(entry)) return entry;
    return { ...entry, fields: entry.fields.map(([name, value]) => [name, name === "base" ? String(base) : value]) };
  };

  // What the person says of a card now replaces what they said before, unless that may have reached the server already.
  function superseding(entry, waiting) {
    const before = waiting.filter(sameCard(entry));
    const unsent = before.find((other) => !other.tried && other.address === entry.address);
    const settled = before.filter((other) => other.refused || other === unsent);
    if (!unsent) return [entry, settled];
    return [{ ...onBase(entry, baseOf(unsent)), key: unsent.key, order: unsent.order }, settled];
  }

  // Keeps an entry: { place, title, card, label, said, address, fields } and perhaps { file, after: not before this time }.
  async function put(said) {
    const entry = { account, key: newKey(), time: Date.now(), tried: 0, refused: "", after: 0, ...said };
    let kept = entry;
    try {
      await inStore("readwrite", (waiting, cards) => queue(waiting, (before) => {
        const [now, settled] = superseding(entry, before);
        settled.forEach((other) => waiting.delete(other.order));
        cards.get([account, entry.place, entry.card]).onsuccess = (event) => {
          kept = onBase(now, entry.file ? 0 : event.target.result?.own ?? 0);
          waiting.put(kept).onsuccess = (put) => { kept.order = put.target.result; };
        };
      }));
    } catch (noRoom) {
      const [now, settled] = superseding(entry, inPage);
      settled.forEach((other) => inPage.splice(inPage.indexOf(other), 1));
      kept = { ...now, unstored: true, order: now.order ?? IN_PAGE + Date.now() + Math.random() };
      inPage.push(kept);
    }
    tell();
    send();
    return kept;
  }

  // Changes an entry that still waits, wherever it is kept; gives it as it is then, or null when it is gone.
  async function change(order, verb) {
    const at = inPage.findIndex((entry) => entry.order === order);
    if (at >= 0) {
      inPage[at] = verb(inPage[at]);
      return inPage[at];
    }
    return inStore("readwrite", (waiting, cards, give) => {
      waiting.get(order).onsuccess = (event) => {
        const changed = event.target.result ? verb(event.target.result) : null;
        if (changed) waiting.put(changed);
        give(changed);
      };
    });
  }

  async function drop(order) {
    const at = inPage.findIndex((entry) => entry.order === order);
    if (at >= 0) inPage.splice(at, 1);
    else await inStore("readwrite", (waiting) => waiting.delete(order));
    tell();
  }

  // In one step: the entry is gone, the card is kept as the server has it or as it was sent ("told"), and what was said after stands on what it made.
  // A store that is full can still let go of the entry.
  async function taken(entry, reply) {
    const at = inPage.findIndex((other) => other.order === entry.order);
    if (at >= 0) inPage.splice(at, 1);
    inPage.forEach((other, i) => { if (sameCard(entry)(other)) inPage[i] = onBase(other, reply.version); });
    await inStore("readwrite", (waiting, cards) => {
      waiting.delete(entry.order);
      if (entry.file) return;
      cards.get([account, entry.place, entry.card]).onsuccess = (event) => cards.put({
        account, place: entry.place, card: entry.card, own: reply.version,
        ...(reply.html ? { html: reply.html } : { html: event.target.result?.html, told: { ...reply, fields: entry.fields } }),
      });
      queue(waiting, (others) => others.filter(sameCard(entry)).forEach((other) => waiting.put(onBase(other, reply.version))));
    }).catch(() => at < 0 && inStore("readwrite", (waiting) => waiting.delete(entry.order)));
  }

  async function refused(entry, reply) {
    const later = (await all()).some((other) => sameCard(entry)(other) && other.order > entry.order);
    if (later) await drop(entry.order);
    else await change(entry.order, (now) => ({ ...now, refused: reply.why, again: reply.again, html: reply.html ?? "" }));
  }

  // Cards as the server has them, for a page that is opened again without network.
  const keepCards = (place, cards) => inStore("readwrite", (waiting, kept) => {
    for (const { card, html } of cards) {
      kept.get([account, place, card]).onsuccess = (event) => kept.put({ own: 0, ...event.target.result, account, place, card, html });
    }
  }).catch(() => {});
  const ofPlace = (place) => IDBKeyRange.bound([account, place], [account, place, []]);
  const keptCards = (place) => inStore("readonly", (waiting, kept, give) => {
    kept.getAll(ofPlace(place)).onsuccess = (event) => give(event.target.result);
  }).catch(() => []);
  const forgetCards = () => inStore("readwrite", (waiting, kept) => kept.delete(IDBKeyRange.bound([account], [account, []]))).catch(() => {});

  // the sender

  async function request(address, body, patience) {
    for (const again of [false, true]) {
      if (again || !token) {
        const fresh = await fetch("/csrf", { headers: { "X-Requested-With": "fetch" }, redirect: "error", signal: AbortSignal.timeout?.(PATIENCE.text) });
        token = (await fresh.json()).token;
      }
      body.set("_csrf", token);
      const answer = await fetch(address, {
        method: "POST", body, redirect: "manual", signal: AbortSignal.timeout?.(patience),
        headers: { "X-Requested-With": "fetch", "X-Account": account, Prefer: "return=minimal" },
      });
      if (answer.status !== 403 || again) return answer;
    }
  }

  // What became of an entry: { trouble } when nobody knows yet, { why } when the server refused it, or what it answered.
  async function deliver(entry) {
    const body = entry.file ? new FormData() : new URLSearchParams();
    entry.fields.forEach(([name, value]) => body.append(name, value));
    body.set("key", entry.key);
    if (entry.file) body.set("photo", entry.file, entry.file.name || "photo.jpg");
    else body.set("age", String(Math.max(0, Date.now() - entry.time)));
    try {
      const answer = await request(entry.address, body, entry.file ? PATIENCE.file : PATIENCE.text);
      if (answer.type === "opaqueredirect" || answer.status === 401) return { trouble: "login" };
      if (answer.status >= 500 || [408, 425, 429].includes(answer.status)) return { trouble: "server" };
      return await read(answer, entry);
    } catch (lost) {
      return { trouble: "network" };
    }
  }

  // Where a card stands as it was sent, the server says no more than its version and time.
  async function read(answer, entry) {
    const version = Number(answer.headers.get("X-Saved-Version") ?? 0);
    if (answer.status === 204) return { version, time: answer.headers.get("X-Saved-At") };
    const text = await answer.text();
    const json = answer.headers.get("Content-Type")?.includes("json") ? JSON.parse(text) : null;
    const sent = new DOMParser().parseFromString(json ? "" : text, "text/html");
    const card = sent.getElementById(entry.card);
    const html = card?.outerHTML;
    if (answer.ok && (json?.photos || card)) {
      return { html, page: text, version };
    }
    if (answer.ok) return { trouble: "server" };
    return { html, again: json?.again, why: json?.sentence || reason(card ?? sent) || "服务器没有接受（" + answer.status + "）。" };
  }

  // What is said at the fields, or of the whole.
  function reason(reply) {
    const wrong = [...reply.querySelectorAll(".wrong")].map((line) => line.textContent.trim());
    return wrong.join("") || reply.querySelector(".refused, .problem h1 + p")?.textContent.trim();
  }

  // Answers go before photos, so that a large photo never holds up an answer; each in the order in which they were made.
  async function sendAll() {
    for (;;) {
      const waiting = (await all()).filter((entry) => !entry.refused);
      const due = waiting.filter((entry) => entry.after <= Date.now());
      const first = due.find((entry) => !entry.file) ?? due[0];
      if (first && !navigator.onLine) return settle("network");
      if (!first) return waiting.length ? later(Math.min(...waiting.map((entry) => entry.after)) - Date.now()) : settle("");
      const entry = await change(first.order, (now) => ({ ...now, tried: now.tried + 1 })).catch(() => first);
      if (!entry) continue;
      const reply = await deliver(entry);
      if (reply.trouble) return settle(reply.trouble);
      failures = 0;
      trouble = "";
      if (reply.why) await refused(entry, reply);
      else await taken(entry, reply);
      announce(reply.why ? "refused" : "taken", { entry, reply });
      await tell();
    }
  }

  function later(pause) {
    clearTimeout(timer);
    timer = setTimeout(send, Math.max(pause, 0));
  }

  function settle(found) {
    trouble = found;
    if (found && found !== "login") later(PAUSES[Math.min(failures++, PAUSES.length - 1)]);
    tell();
  }

  // Without locks each page sends for itself; the server knows what it took before by its key.
  async function send() {
    clearTimeout(timer);
    if (asked) {
      asked = "again";
      return;
    }
    asked = "once";
    try {
      if (navigator.locks) await navigator.locks.request("outbox-" + account, sendAll);
      else await sendAll();
    } catch (storeBroken) {
      settle("server");
    } finally {
      const again = asked === "again";
      asked = false;
      if (again && !trouble) send();
    }
  }

  // what the pages learn

  const fire = (name, detail) => document.dispatchEvent(new CustomEvent("outbox:" + name, { detail }));
  function announce(name, detail) {
    fire(name, detail);
    const { file, ...entry } = detail.entry;
    channel?.postMessage({ name, detail: { ...detail, entry } });
  }

  // For people a card is one, however often it was changed; so is each photo.
  const count = (entries) => new Set(entries.map((entry) => (entry.file ? entry.order : entry.place + "#" + entry.card))).size;

  async function state() {
    const entries = await all();
    const waiting = entries.filter((entry) => !entry.refused);
    return {
      entries,
      waiting,
      refused: entries.filter((entry) => entry.refused),
      count: count(waiting),
      unstored: count(inPage.filter((entry) => !entry.refused)),
      trouble,
      offline: !navigator.onLine || trouble === "network",
    };
  }

  async function tell(heard) {
    fire("changed", await state());
    if (!heard) channel?.postMessage({ name: "changed" });
  }

  channel?.addEventListener("message", ({ data }) => {
    if (data.name === "changed") tell(true);
    else fire(data.name, { ...data.detail, elsewhere: true });
  });
  const retry = () => {
    failures = 0;
    send();
  };
  addEventListener("online", retry);
  addEventListener("offline", () => tell());
  addEventListener("pageshow", retry);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) retry(); });
  addEventListener("beforeunload", (event) => { if (inPage.length) event.preventDefault(); });

  return { account, newKey, put, change, drop, state, retry, request, keepCards, keptCards, forgetCards };
})();
