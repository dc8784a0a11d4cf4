// The form in the yard. Every form with "data-outbox" (its name for people) is a card: each change of it goes into the
// outbox the moment it is made, and the server's reply holds the card as it is then. What still waits is filled in again
// when the page is opened again. A colleague's answers are fetched while the page is looked at.
(() => {
  const page = document.getElementById("inspecting");
  const outbox = window.outbox;
  if (!page || !outbox) return;
  const place = page.dataset.inspection;
  const title = page.querySelector("h1").textContent;
  const KEPT_AFTER = 300;
  const SENT_AFTER = 1200;
  const NEWS_EVERY = 12000;
  const cards = new Map();
  let going = false;
  let over = "";
  let latest = { entries: [], waiting: [], refused: [], count: 0, unstored: 0, trouble: "", offline: false };

  const forms = () => [...page.querySelectorAll("form[data-outbox]")];
  const fieldsOf = (form) => [...new URLSearchParams(new FormData(form))].filter(([name]) => !["_csrf", "key"].includes(name));
  const said = (fields) => JSON.stringify(fields.filter(([name]) => name !== "base"));
  const parse = (html) => new DOMParser().parseFromString(html, "text/html");
  const mine = (form) => latest.entries.filter((entry) => entry.place === place && entry.card === form.id);
  const stateOf = (form) => {
    if (!cards.has(form.id)) cards.set(form.id, { said: said(fieldsOf(form)), held: false, typing: 0 });
    return cards.get(form.id);
  };

  // what is written

  // In words, for a person who has to write it elsewhere.
  function inWords(form) {
    const words = [];
    for (const field of form.elements) {
      if (!field.name || field.type === "hidden" || !field.value || !field.labels?.length) continue;
      const tick = field.type === "radio" || field.type === "checkbox";
      if (tick ? !field.checked : !field.getClientRects().length && !field.closest("details")) continue;
      const label = field.labels[0];
      if (tick) words.push((label.querySelector("b") ?? label).textContent.trim());
      else words.push(label.textContent.trim() + "：" + (field.selectedOptions?.[0]?.text ?? field.value));
    }
    return words.join("；");
  }

  function changed(form, { address = form.getAttribute("action"), fields = {}, hold = 0 } = {}) {
    const card = stateOf(form);
    clearTimeout(card.typing);
    card.typing = 0;
    const sent = fieldsOf(form).filter(([name]) => !(name in fields)).concat(Object.entries(fields));
    if (said(sent) === card.said && (hold || !card.held)) return;
    card.said = said(sent);
    card.held = hold > 0;
    recount();
    sayInBar("正在保存…");
    outbox.put({
      place, title, card: form.id, label: form.dataset.outbox, said: inWords(form), address, fields: sent,
      after: hold ? Date.now() + hold : 0,
    });
  }

  page.addEventListener("change", (event) => {
    const form = event.target.closest("form[data-outbox]");
    if (form) changed(form);
  });
  page.addEventListener("input", (event) => {
    const form = event.target.closest("form[data-outbox]");
    if (!form || !event.target.matches("textarea, input[type=text]")) return;
    const card = stateOf(form);
    clearTimeout(card.typing);
    card.typing = setTimeout(() => changed(form, { hold: SENT_AFTER - KEPT_AFTER }), KEPT_AFTER);
  });
  const writeDown = () => forms().forEach((form) => { if (stateOf(form).typing) changed(form); });
  addEventListener("pagehide", writeDown);
  document.addEventListener("visibilitychange", () => { if (document.hidden) writeDown(); });
  addEventListener("beforeunload", (event) => { if ([...cards.values()].some((card) => card.typing)) event.preventDefault(); });

  page.addEventListener("submit", (event) => {
    const form = event.target.closest("form[data-outbox]");
    if (!form) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const button = event.submitter;
    if (button?.name === "phrase") {
      form.querySelector("[name=measure]").value = button.value;
      changed(form);
    } else if (button?.name) {
      changed(form, { address: button.getAttribute("formaction") ?? undefined, fields: { [button.name]: button.value } });
    } else {
      changed(form);
    }
  }, true);

  // what comes back

  // A card as the server sent it, with the usual term proposed where none is kept.
  function proposing(card) {
    const due = card?.elements?.due;
    if (due && !due.value) due.defaultValue = page.dataset.due;
    return card;
  }

  // The bar says when the last of the cards that came was saved.
  function noteSaved(card) {
    const saved = card.querySelector(".saved")?.textContent.split(" · ")[0].trim();
    if (saved) page.querySelector("#saving").dataset.saved = saved;
  }

  function replace(form, fresh) {
    const focus = form.contains(document.activeElement) ? document.activeElement.id : "";
    form.replaceWith(fresh);
    cards.delete(fresh.id);
    stateOf(fresh);
    if (focus) document.getElementById(focus)?.focus({ preventScroll: true });
  }

  const isWriting = (form) =>
    stateOf(form).typing || (form.contains(document.activeElement) && document.activeElement.matches("textarea, input[type=text], input[type=date]"));

  // On a card that is still being written in, the server's version, state and fields, but for what was typed meanwhile.
  function patch(form, fresh, sent) {
    const typed = new Map(fieldsOf(form));
    const before = new Map(sent);
    fieldsOf(fresh).forEach(([name, value]) => {
      if (name === "base" || (typed.get(name) === before.get(name) && document.activeElement.name !== name)) set(form, name, value);
    });
    form.querySelector(".saved")?.replaceChildren(...(fresh.querySelector(".saved")?.childNodes ?? []));
    form.dataset.version = fresh.dataset.version ?? "";
    showErrors(form, fresh);
  }

  function set(form, name, value) {
    const field = form.elements[name];
    if (!field) return;
    if (field.type === "checkbox") field.checked = true;
    else field.value = value;
    if (value) field.closest?.("details")?.setAttribute("open", "");
  }

  function clearErrors(form) {
    form.querySelectorAll(".wrong").forEach((line) => line.remove());
    form.querySelectorAll(".is-invalid").forEach((field) => field.classList.remove("is-invalid"));
  }

  function showErrors(form, fresh) {
    clearErrors(form);
    fresh.querySelectorAll(".is-invalid").forEach((field) => document.getElementById(field.id)?.classList.add("is-invalid"));
    fresh.querySelectorAll(".wrong[id]").forEach((line) => document.getElementById(line.id.replace(/-wrong$/, ""))?.after(line));
  }

  // A card that the server took as it was sent: what was sent is what is kept now, and what the card falls back to.
  function settle(form, { fields, version, time }) {
    const sent = new Map(fields);
    for (const field of form.elements) {
      if (field.type === "radio" || field.type === "checkbox") field.defaultChecked = sent.get(field.name) === field.value;
      else if (field.options) for (const option of field.options) option.defaultSelected = sent.get(field.name) === option.value;
      else if (field.matches("textarea, input:not([type=hidden])")) field.defaultValue = sent.get(field.name) ?? "";
    }
    if (said(fieldsOf(form)) === said(fields)) stateOf(form).held = false;
    form.elements.base.value = version;
    form.dataset.version = version;
    clearErrors(form);
    const cloud = document.createElement("i");
    cloud.className = "bi bi-cloud-check";
    cloud.setAttribute("aria-hidden", "true");
    form.querySelector(".saved").replaceChildren(
      cloud, " 已保存 " + time + " · " + page.dataset.name + (sent.get("verdict") ? "" : " · 还没有选结论"));
    noteSaved(form);
  }

  document.addEventListener("outbox:taken", ({ detail: { entry, reply, elsewhere } }) => {
    const form = document.getElementById(entry.card);
    if (entry.place !== place || !form?.matches("[data-outbox]")) return;
    if (!reply.page) {
      if (!elsewhere) settle(form, { ...reply, fields: entry.fields });
      soon(1500);
      return;
    }
    const fresh = proposing(parse(reply.page).getElementById(entry.card));
    noteSaved(fresh);
    const further = said(fieldsOf(form)) !== said(entry.fields) && form.getAttribute("action") === entry.address;
    if ((isWriting(form) || further) && !fresh.classList.contains("disputed")) patch(form, fresh, entry.fields);
    else replace(form, fresh);
    soon(1500);
  });
  document.addEventListener("outbox:refused", ({ detail: { entry, reply } }) => {
    const form = document.getElementById(entry.card);
    if (entry.place === place && form && reply.html) showErrors(form, parse(reply.html).getElementById(entry.card));
  });
  document.addEventListener("outbox:changed", ({ detail }) => show(detail));

  // what the page says

  function show(state) {
    latest = state;
    going &&= !state.trouble && !state.offline;
    forms().forEach((form) => {
      const entries = mine(form);
      const refused = entries.find((entry) => entry.refused);
      form.classList.toggle("unsaved", entries.length > 0);
      form.classList.toggle("waiting", entries.length > 0 && !refused);
      form.classList.toggle("unstored", entries.some((entry) => entry.unstored));
      const line = form.querySelector(":scope > .refused");
      if (refused && line?.dataset.order !== String(refused.order) + refused.tried) {
        line?.remove();
        form.prepend(reason(form, refused));
      }
      if (!refused && line?.dataset.order) line.remove();
    });
    recount();
    bar(state);
    if (going && !state.waiting.some((entry) => entry.place === place)) onToReview();
  }

  function reason(form, entry) {
    const line = document.createElement("p");
    line.className = "refused";
    line.setAttribute("role", "alert");
    line.dataset.order = String(entry.order) + entry.tried;
    line.append("没有保存：" + entry.refused + " ");
    line.append(button("再试一次", () => outbox.change(entry.order, (now) => ({ ...now, refused: "" })).then(outbox.retry)));
    line.append(button("放弃这次填写", async () => {
      await outbox.drop(entry.order);
      form.reset();
      cards.delete(form.id);
      clearErrors(form);
      recount();
      form.querySelector(".pick")?.focus({ preventScroll: true });
    }));
    return line;
  }

  function button(text, press) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.addEventListener("click", press);
    return made;
  }

  function bar(state) {
    const line = document.getElementById("saving");
    line.dataset.saved ??= line.textContent;
    const here = state.count;
    const words = [];
    let more = null;
    if (over) {
      words.push(over);
      more = document.createElement("a");
      more.href = place;
      more.textContent = "打开检查记录";
    } else if (state.trouble === "login") {
      words.push("登录已过期，" + here + " 项待上传");
      more = document.createElement("a");
      more.href = place + "?login";
      more.textContent = "重新登录";
    } else if (state.offline) {
      if (here > state.unstored) words.push("离线，已存本机 " + (here - state.unstored) + " 项");
      else words.push(here ? "离线" : "离线，" + line.dataset.saved);
    } else if (state.trouble === "server") {
      words.push("服务器没有收下，" + here + " 项待上传");
      more = button("重试", outbox.retry);
    } else if (here) {
      words.push(here + " 项待上传");
    }
    if (state.unstored) words.push(state.unstored + " 项本机存不下，只在这一页，请不要关闭");
    if (state.refused.length) {
      words.push("被退回 " + state.refused.length + " 项：" + state.refused[0].refused);
      more ??= toRefused(state.refused);
    }
    const disputed = forms().filter((form) => form.classList.contains("disputed"));
    if (disputed.length) {
      words.push(disputed.length + " 项两份填写不一致，待选定");
      more ??= button("去看", () => lead(disputed[0]));
    }
    const failing = over || state.refused.length || disputed.length || state.unstored || state.trouble === "login" || state.trouble === "server";
    line.classList.toggle("failed", Boolean(failing));
    line.classList.toggle("apart", !failing && (state.offline || here > 0));
    const text = (going ? "传完后转到核对页；" : "") + (words.join("；") || line.dataset.saved);
    sayInBar(text, more);
  }

  function toRefused(refused) {
    const here = refused.find((entry) => entry.place === place);
    if (here) return button("去看", () => lead(document.getElementById(here.card)));
    return Object.assign(document.createElement("a"), { href: refused[0].place, textContent: "去看" });
  }

  // Said again only when it changed, so that it is read out once and a link under the finger stays.
  function sayInBar(text, more = null) {
    const line = document.getElementById("saving");
    line.dataset.saved ??= line.textContent;
    if (line.firstChild?.textContent === text && Boolean(line.querySelector("a, button")) === Boolean(more)) return;
    const span = document.createElement("span");
    span.textContent = text;
    line.replaceChildren(...(more ? [span, more] : [span]));
  }

  // How far it is, with what still waits.
  function recount() {
    let answered = 0;
    let total = 0;
    const items = forms().filter((form) => form.querySelector(".pick"));
    items.forEach((form) => {
      form.dataset.answered = String(Boolean(form.querySelector(".pick:checked")));
      form.classList.toggle("bad", Boolean(form.querySelector(".pick.noncompliant:checked")));
    });
    page.querySelectorAll("#chips a:not(.apart)").forEach((chip) => {
      const within = items.filter((form) => form.parentElement.id === chip.getAttribute("href").slice(1));
      const done = within.filter((form) => form.dataset.answered === "true").length;
      answered += done;
      total += within.length;
      chip.querySelector("span").textContent = done + "/" + within.length;
      chip.classList.toggle("done", done === within.length);
    });
    page.querySelector("#tally b").textContent = answered;
    page.querySelector("#lists [aria-current] span")?.replaceChildren(answered + "/" + total);
    page.querySelector("#tally progress").value = answered;
    const complete = items.every((form) => form.dataset.answered === "true");
    document.getElementById("onward").hidden = complete;
    document.getElementById("to-review").hidden = !complete;
  }

  // the ways on

  // The next unanswered card below the one in view; from the top again when there is none below.
  function onward() {
    const open = [...page.querySelectorAll('form.item[data-answered="false"]')];
    const head = page.querySelector(".visit").getBoundingClientRect();
    const edge = innerWidth < 992 ? head.bottom : 0;
    lead(open.find((card) => card.getBoundingClientRect().top > edge + 60) ?? open[0]);
  }

  function lead(card) {
    card?.closest("details")?.setAttribute("open", "");
    card?.scrollIntoView({ block: "start", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
    card?.querySelector(".pick")?.focus({ preventScroll: true });
  }

  function onToReview() {
    going = false;
    const refused = latest.refused.find((entry) => entry.place === place);
    if (refused) lead(document.getElementById(refused.card));
    else location.assign(place + "/review");
  }

  page.addEventListener("click", (event) => {
    if (event.target.closest("#onward")) {
      event.preventDefault();
      onward();
    } else if (event.target.closest("#to-review, .check")) {
      writeDown();
      if (!latest.offline && !latest.entries.some((entry) => entry.place === place)) return;
      event.preventDefault();
      going = !latest.offline;
      if (latest.offline) sayInBar("核对与签字需要网络，连上后再点；" + latest.count + " 项已存本机");
      else outbox.retry();
    }
  });

  // 1, 2 and 3 choose on the card that has the focus; 符合 needs nothing more and leads on.
  page.addEventListener("keydown", (event) => {
    const form = event.target.closest("form[data-outbox]");
    if (!form || !event.target.matches(".pick") || event.ctrlKey || event.altKey || event.metaKey) return;
    const pick = form.querySelectorAll(".pick")[["1", "2", "3"].indexOf(event.key)];
    if (!pick) return;
    event.preventDefault();
    pick.focus({ preventScroll: true });
    if (!pick.checked) {
      pick.checked = true;
      changed(form);
    }
    const all = [...page.querySelectorAll("form[data-outbox]:has(.pick)")];
    if (event.key === "1") lead(all[all.indexOf(form) + 1]);
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

  // what colleagues wrote

  let news = 0;
  function soon(pause) {
    clearTimeout(news);
    news = setTimeout(ask, pause);
  }

  async function ask() {
    clearTimeout(news);
    if (document.hidden || over) return;
    const known = forms().filter((form) => Number(form.dataset.version)).map((form) => form.id.slice(1) + "-" + form.dataset.version);
    const shots = [...page.querySelectorAll(".photos .shots a")].map((shot) =>
      shot.closest(".photos").id.match(/[0-9]+/)[0] + "-" + shot.pathname.match(/[0-9]+$/)[0]);
    try {
      const cylinders = document.getElementById("cylinder-list");
      const asked = "/answers?seen=" + known.join(".") + "&shots=" + shots.join(".") + (cylinders ? "&cylinders=" + cylinders.dataset.version : "");
      const answer = await fetch(place + asked, {
        headers: { "X-Requested-With": "fetch", "X-Account": outbox.account }, redirect: "manual", signal: AbortSignal.timeout?.(10000),
      });
      if (answer.status === 200) arrive(parse(await answer.text()));
      if (answer.status === 409) {
        over = parse(await answer.text()).querySelector(".problem h1 + p")?.textContent ?? "";
        show(latest);
      }
    } catch (offline) {
      // the bar says so when there is something to send
    }
    if (!over) soon(NEWS_EVERY);
  }

  function arrive(sent) {
    const fresh = [...sent.querySelectorAll("form[data-outbox]")].map(proposing);
    fresh.forEach((now) => {
      const form = document.getElementById(now.id);
      if (form && !mine(form).length && !isWriting(form)) {
        noteSaved(now);
        replace(form, now);
      }
    });
    sent.querySelectorAll(".photos").forEach((photos) => document.dispatchEvent(new CustomEvent("photos:arrived", { detail: photos })));
    const cylinders = sent.getElementById("cylinder-list");
    if (cylinders) document.dispatchEvent(new CustomEvent("cylinders:arrived", { detail: cylinders }));
    outbox.keepCards(place, fresh.map((form) => ({ card: form.id, html: form.outerHTML })));
    recount();
    bar(latest);
  }

  document.addEventListener("visibilitychange", () => { if (!document.hidden) ask(); });
  addEventListener("online", ask);

  forms().forEach(stateOf);

  // A page that was kept for times without network is older than the cards that came since.
  (async () => {
    sayInBar("正在核对本机…");
    for (const { card, html, told } of await outbox.keptCards(place)) {
      const isNewer = (version) => Number(version) > Number(document.getElementById(card).dataset.version);
      if (!document.getElementById(card)?.matches("[data-outbox]")) continue;
      const kept = html && proposing(parse(html).getElementById(card));
      if (kept && isNewer(kept.dataset.version)) {
        noteSaved(kept);
        replace(document.getElementById(card), kept);
      }
      if (told && isNewer(told.version)) {
        const form = document.getElementById(card);
        settle(form, told);
        form.reset();
        cards.delete(card);
        stateOf(form);
      }
    }
    const state = await outbox.state();
    state.entries.filter((entry) => entry.place === place && !entry.file).forEach((entry) => {
      const form = document.getElementById(entry.card);
      if (!form?.matches("[data-outbox]") || form.getAttribute("action") !== entry.address) return;
      entry.fields.forEach(([name, value]) => { if (name !== "base") set(form, name, value); });
      stateOf(form).said = said(entry.fields);
      if (entry.html) showErrors(form, parse(entry.html).getElementById(entry.card));
    });
    show(state);
    ask();
  })();
})();
