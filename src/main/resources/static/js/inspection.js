// Saves each card in the background the moment it is tapped. What could not be saved stays in the page and is sent
// again under the same key, so that the server never takes it twice; the bar says "saved" only after the server did.
(() => {
  const page = document.getElementById("inspecting");
  if (!page) return;
  const PAUSE = 1200;
  const waits = [2000, 5000, 10000, 30000];
  const cards = new Map();
  let token = null;

  const newKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, "0")).join("");
  const state = (form) => {
    if (!cards.has(form.id)) cards.set(form.id, { id: form.id, dirty: false, sending: null, failed: false, tries: 0, timer: 0, why: "" });
    return cards.get(form.id);
  };
  const formOf = (card) => document.getElementById(card.id);

  function showState() {
    const all = [...cards.values()];
    const failed = all.filter((card) => card.failed);
    const open = all.filter((card) => card.dirty || card.sending);
    all.forEach((card) => formOf(card)?.classList.toggle("unsaved", card.failed));
    const line = document.getElementById("saving");
    if (failed.length) {
      line.classList.add("failed");
      line.textContent = failed[0].why === "login" ? "登录已过期，" + failed.length + " 项未保存 " : failed.length + " 项未保存 ";
      if (failed[0].why === "login") {
        const login = document.createElement("a");
        login.href = "/login";
        login.target = "_blank";
        login.textContent = "重新登录";
        line.append(login);
      }
      const again = document.createElement("button");
      again.type = "button";
      again.textContent = "重试";
      again.addEventListener("click", retryAll);
      line.append(again);
    } else if (open.length) {
      line.classList.remove("failed");
      line.textContent = "正在保存…";
    } else if (page.querySelector("form.item > .refused")) {
      line.classList.add("failed");
      line.textContent = page.querySelectorAll("form.item > .refused").length + " 项未保存，请看标红处";
    }
  }

  function changed(form, extra) {
    const card = state(form);
    card.dirty = true;
    card.typing = false;
    if (extra) card.extra = extra;
    clearTimeout(card.pause);
    send(card);
  }

  async function send(card) {
    if (card.busy) return;
    if (!card.sending) {
      if (!card.dirty) return;
      const form = formOf(card);
      const body = new URLSearchParams(new FormData(form));
      for (const [name, value] of Object.entries(card.extra?.fields ?? {})) body.set(name, value);
      body.set("key", newKey());
      card.sending = { address: card.extra?.address ?? form.getAttribute("action"), body };
      card.dirty = false;
      card.extra = null;
    }
    card.busy = true;
    showState();
    let text = null;
    try {
      const body = new URLSearchParams(card.sending.body);
      if (token) body.set("_csrf", token);
      const answer = await fetch(card.sending.address, {
        method: "POST", body, headers: { "X-Requested-With": "fetch" }, redirect: "error", signal: AbortSignal.timeout?.(20000),
      });
      if (answer.status === 401 || answer.status === 403) return failed(card, "login");
      if (answer.status >= 500) return failed(card, "server");
      text = await answer.text();
    } catch (lost) {
      failed(card, "network");
    } finally {
      card.busy = false;
    }
    if (text === null) return;
    Object.assign(card, { sending: null, failed: false, tries: 0 });
    arrived(card, text);
    if (card.dirty) send(card);
  }

  function failed(card, why) {
    card.failed = true;
    card.why = why;
    clearTimeout(card.timer);
    if (why !== "login") card.timer = setTimeout(() => send(card), waits[Math.min(card.tries++, waits.length - 1)]);
    showState();
  }

  async function retryAll() {
    try {
      const fresh = await fetch("/csrf", { headers: { "X-Requested-With": "fetch" } });
      token = (await fresh.json()).token;
    } catch (offline) {
      // the requests below tell the person themselves
    }
    cards.forEach((card) => { if (card.failed) { clearTimeout(card.timer); send(card); } });
  }

  // Puts in what the server answered. A card in which the person is still writing keeps its fields.
  function arrived(card, text) {
    const sent = new DOMParser().parseFromString(text, "text/html");
    const fresh = sent.querySelector("form.item");
    const form = formOf(card);
    if (!fresh) {
      tell(form, sent.querySelector(".problem h1 + p")?.textContent ?? "没有保存，请刷新页面。");
      return showState();
    }
    const focus = form.contains(document.activeElement) ? document.activeElement : null;
    const writing = card.dirty || card.typing || (focus?.matches("textarea, input[type=text], input[type=date]") && !fresh.classList.contains("disputed"));
    if (writing) {
      patch(form, fresh);
    } else {
      form.replaceWith(fresh);
      if (focus?.id) document.getElementById(focus.id)?.focus({ preventScroll: true });
    }
    const here = document.querySelector("#chips a.here")?.getAttribute("href");
    ["chips", "tally"].forEach((id) => {
      const old = document.getElementById(id);
      const left = old.scrollLeft;
      const now = sent.getElementById(id);
      old.replaceWith(now);
      now.scrollLeft = left;
    });
    if (here) document.querySelector('#chips a[href="' + here + '"]')?.classList.add("here");
    showState();
  }

  // Version, state and messages of the fresh card on the card that is still being written in.
  function patch(form, fresh) {
    form.querySelector("[name=base]").value = fresh.querySelector("[name=base]").value;
    form.querySelector(".saved").replaceChildren(...fresh.querySelector(".saved").childNodes);
    form.dataset.answered = fresh.dataset.answered;
    form.classList.toggle("bad", fresh.classList.contains("bad"));
    form.querySelectorAll(".refused, .wrong").forEach((line) => line.remove());
    form.querySelectorAll(".is-invalid").forEach((field) => field.classList.remove("is-invalid"));
    const refused = fresh.querySelector(".refused");
    if (refused) form.prepend(refused);
    fresh.querySelectorAll(".is-invalid").forEach((field) => document.getElementById(field.id)?.classList.add("is-invalid"));
    fresh.querySelectorAll(".wrong[id]").forEach((line) => document.getElementById(line.id.replace(/-wrong$/, ""))?.after(line));
  }

  function tell(form, why) {
    form.querySelector(".refused")?.remove();
    const line = document.createElement("p");
    line.className = "refused";
    line.setAttribute("role", "alert");
    line.textContent = why;
    form.prepend(line);
  }

  page.addEventListener("change", (event) => {
    const form = event.target.closest("form.item");
    if (form) changed(form);
  });
  page.addEventListener("input", (event) => {
    const form = event.target.closest("form.item");
    if (!form || !event.target.matches("textarea, input[type=text]")) return;
    const card = state(form);
    card.typing = true;
    clearTimeout(card.pause);
    card.pause = setTimeout(() => changed(form), PAUSE);
  });
  page.addEventListener("submit", (event) => {
    const form = event.target.closest("form.item");
    if (!form) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const button = event.submitter;
    if (button?.name === "phrase") {
      form.querySelector("[name=measure]").value = button.value;
      changed(form);
    } else if (button?.name === "choice") {
      changed(form, { address: button.getAttribute("formaction"), fields: { choice: button.value } });
    } else {
      changed(form);
    }
  }, true);

  // The next unanswered card below the one in view; from the top again when there is none below.
  page.addEventListener("click", (event) => {
    const onward = event.target.closest("#onward");
    if (!onward) return;
    event.preventDefault();
    const open = [...page.querySelectorAll('form.item[data-answered="false"]')];
    const head = page.querySelector(".visit").getBoundingClientRect();
    const edge = innerWidth < 992 ? head.bottom : 0;
    const next = open.find((card) => card.getBoundingClientRect().top > edge + 60) ?? open[0];
    next?.scrollIntoView({ block: "start", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
    next?.querySelector(".pick")?.focus({ preventScroll: true });
  });

  const seen = new IntersectionObserver((entries) => {
    entries.filter((entry) => entry.isIntersecting).forEach((entry) => {
      document.querySelectorAll("#chips a").forEach((chip) => chip.classList.remove("here"));
      const chip = document.querySelector('#chips a[href="#' + entry.target.id + '"]');
      chip?.classList.add("here");
      const row = document.getElementById("chips");
      if (chip && row.scrollWidth > row.clientWidth) row.scrollLeft = chip.offsetLeft - row.offsetLeft - 40;
    });
  }, { rootMargin: "-25% 0px -70% 0px" });
  page.querySelectorAll("section[id^=c]").forEach((section) => seen.observe(section));

  addEventListener("online", retryAll);
  addEventListener("beforeunload", (event) => {
    if ([...cards.values()].some((card) => card.dirty || card.typing || card.sending)) event.preventDefault();
  });
})();
