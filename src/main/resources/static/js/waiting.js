// What every page of an inspector says of the outbox, and what it does for times without network. The form of an
// inspection says it in its own bar; any other page has one note at its top.
(() => {
  const outbox = window.outbox;
  if (!outbox) return;
  const note = document.getElementById("outbox");
  const inspecting = document.getElementById("inspecting");
  const review = document.querySelector("[data-review]");
  let leaving = null;

  const make = (tag, text, attributes = {}) => Object.assign(document.createElement(tag), { textContent: text, ...attributes });
  const button = (text, press) => {
    const made = make("button", text, { type: "button", className: "btn btn-sm" });
    made.addEventListener("click", press);
    return made;
  };

  function show(state) {
    if (inspecting && !leaving) return;
    const lines = [];
    if (leaving && state.waiting.length) lines.push(leave(state));
    else if (state.waiting.length) lines.push(waits(state));
    state.refused.forEach((entry) => lines.push(refusal(entry)));
    note.replaceChildren(...lines);
    note.hidden = !lines.length;
    if (review) gate(state);
  }

  function waits(state) {
    const line = make("p", state.count + " 项填写" + (state.offline ? "存在本机，有网络时自动上传：" : "待上传："));
    if (state.trouble === "login") line.textContent = "登录已过期，" + state.count + " 项待上传：";
    new Map(state.waiting.map((entry) => [entry.place, entry.title])).forEach((title, place) => line.append(make("a", title, { href: place }), " "));
    if (state.unstored) line.append("其中 " + state.unstored + " 项本机存不下，请不要关闭这一页。");
    return line;
  }

  function leave(state) {
    const line = make("p", "还有 " + state.count + " 项没有上传。退出后它们留在本机，下次用这个账号登录后继续上传；其他账号看不到。 ");
    line.append(button("仍要退出", goOut), " ", button("先不退出", () => { leaving = null; outbox.state().then(show); }));
    return line;
  }

  // What the server did not take is here with its words until a person has dealt with it.
  function refusal(entry) {
    const line = document.createElement("div");
    line.append(make("p", entry.title + " " + entry.label + "没有写入：" + entry.refused), make("p", entry.said, { className: "text-pre" }));
    const body = location.pathname === entry.place && document.getElementById("body");
    if (body && !entry.file) {
      line.append(button("放进补充说明", () => {
        body.value = [body.value, entry.label + "：" + entry.said].filter(Boolean).join("\n");
        body.focus();
      }), " ");
    }
    if (entry.file) line.append(make("a", "保存照片", { href: URL.createObjectURL(entry.file), download: entry.said, className: "btn btn-sm" }), " ");
    if (location.pathname !== entry.place) line.append(make("a", "打开这次检查", { href: entry.place, className: "btn btn-sm" }), " ");
    line.append(button("放弃这一项", () => outbox.drop(entry.order)));
    return line;
  }

  // Signing needs the network, and everything that was written on this phone.
  let waited = false;
  function gate(state) {
    const here = state.entries.filter((entry) => review.dataset.review.split(" ").includes(entry.place));
    if (waited && !here.length) location.reload();
    waited = here.length > 0;
    const line = document.getElementById("gate");
    line.textContent = review.dataset.closed = whyNot(state.offline, here);
    line.hidden = !line.textContent;
  }

  function whyNot(offline, here) {
    if (offline) return "现在离线，签字需要网络，连上后再签。";
    if (here.some((entry) => entry.refused)) return "有填写没有写入，处理完页首的提示才能签字。";
    return here.length ? "还有 " + here.length + " 项没有上传，传完才能签字。" : "";
  }

  async function goOut() {
    await outbox.forgetCards();
    leaving.submit();
  }

  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (form.closest("[data-review]")?.dataset.closed) {
      event.preventDefault();
      event.stopImmediatePropagation();
      document.getElementById("gate").scrollIntoView({ block: "center" });
    } else if (form.getAttribute("action")?.endsWith("/logout")) {
      event.preventDefault();
      event.stopImmediatePropagation();
      leaving = form;
      const state = await outbox.state();
      if (!state.waiting.length) return goOut();
      show(state);
      note.scrollIntoView({ block: "center" });
    }
  }, true);

  document.addEventListener("outbox:changed", ({ detail }) => show(detail));
  addEventListener("online", () => outbox.state().then(show));
  outbox.state().then(show);

  // This page, and the other lists of its visit.
  if ("serviceWorker" in navigator) {
    const toKeep = new Set([location, ...document.querySelectorAll("#lists a")].map((page) => page.pathname));
    navigator.serviceWorker.addEventListener("message", ({ data }) => {
      const sign = document.getElementById("kept");
      toKeep.delete(data.kept);
      if (sign && !toKeep.size) sign.hidden = false;
    });
    navigator.serviceWorker.register("/sw.js").then(() => navigator.serviceWorker.ready)
      .then((worker) => [...toKeep].forEach((keep) => worker.active.postMessage({ keep }))).catch(() => {});
    if (inspecting) navigator.storage?.persist?.();
  }
})();
