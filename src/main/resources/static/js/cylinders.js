// 气瓶抽查 on the form: a mark is read by the phone itself where it can, else by the server from a smaller copy of the photo,
// or typed; what the register says is shown, and one tap puts the cylinder into the outbox, on its way to the 抽查明细.
(() => {
  const block = document.getElementById("cylinders");
  const page = document.getElementById("inspecting");
  const outbox = window.outbox;
  if (!block || !outbox) return;
  const place = page.dataset.inspection;
  const title = page.querySelector("h1").textContent;
  const address = block.dataset.address;
  const found = document.getElementById("cylinder-found");
  const typed = document.getElementById("cylinder-code");
  const LONGEST_SIDE = 1600;
  const PATIENCE = { asking: 8000, reading: 60000 };
  let turn = 0;

  const parse = (html) => new DOMParser().parseFromString(html, "text/html");

  function say(text, failed) {
    const line = document.createElement("p");
    line.className = failed ? "refused" : "sending";
    line.setAttribute("role", failed ? "alert" : "status");
    line.textContent = text;
    found.replaceChildren(line);
  }

  function show(content) {
    found.replaceChildren(content);
    found.scrollIntoView({ block: "nearest" });
    found.focus({ preventScroll: true });
  }

  // reading

  async function onThisPhone(picture) {
    if (!("BarcodeDetector" in window)) return "";
    try {
      const codes = await new BarcodeDetector().detect(picture);
      return codes[0]?.rawValue ?? "";
    } catch (unable) {
      return "";
    }
  }

  function smaller(picture) {
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    return new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.9));
  }

  async function read(photo) {
    const mine = ++turn;
    say("正在识别…");
    const picture = await createImageBitmap(photo).catch(() => null);
    if (!picture) return say("这张图片打不开，请重拍，或者输入标识号。", true);
    const code = await onThisPhone(picture);
    if (mine !== turn) return;
    if (code) return look(code);
    if (!navigator.onLine) return say("没有网络时，这台手机读不出照片里的码：请输入标识号，联网后自动查询。", true);
    const body = new FormData();
    body.set("photo", await smaller(picture), "code.jpg");
    answered(await outbox.request(address + "/readings", body, PATIENCE.reading).catch(() => null), mine)
      || say("没有网络，识别没有完成：请输入标识号，联网后自动查询。", true);
  }

  // what the register says

  async function look(code) {
    const mine = ++turn;
    say("正在查询…");
    const answer = navigator.onLine && await fetch(address + "?code=" + encodeURIComponent(code), {
      headers: { "X-Requested-With": "fetch", "X-Account": outbox.account }, redirect: "manual", signal: AbortSignal.timeout?.(PATIENCE.asking),
    }).catch(() => null);
    answered(answer, mine) || unasked(code);
  }

  // Whether somebody answered; what came for an older question is left aside.
  function answered(answer, mine) {
    if (mine !== turn) return true;
    if (!answer || answer.status >= 500) return false;
    if (answer.type === "opaqueredirect" || answer.status === 401) {
      say("登录已过期，请重新登录后再查。", true);
      return true;
    }
    answer.text().catch(() => "").then((html) => {
      const card = parse(html).querySelector(".found");
      if (mine !== turn) return;
      if (card) show(card);
      else say("没有查到，请刷新页面后再试。", true);
    });
    return true;
  }

  function unasked(code) {
    const card = document.getElementById("cylinder-unasked").content.cloneNode(true);
    card.querySelector("[name=code]").value = code;
    card.querySelector(".marking").textContent = code;
    show(card);
  }

  // adding and taking off

  function put(form, said, fields) {
    const key = outbox.newKey();
    return outbox.put({ place, title, key, card: "g" + key, label: "气瓶抽查", said, address: form.getAttribute("action"), fields });
  }

  const fieldsOf = (form) => [...new URLSearchParams(new FormData(form))].filter(([name]) => !["_csrf", "key"].includes(name));

  // Where the register says nothing against it, or nobody could ask, the person says what is wrong.
  function isExplained(form) {
    const wanting = form.querySelector(".pick.noncompliant").checked && !form.querySelector("ul.warn") && !form.elements.note.value.trim();
    form.querySelector(".wrong").hidden = !wanting;
    form.elements.note.classList.toggle("is-invalid", wanting);
    if (wanting) form.elements.note.focus();
    return !wanting;
  }

  async function add(form) {
    if (!isExplained(form)) return;
    const fields = fieldsOf(form);
    const said = Object.fromEntries(fields);
    const result = form.querySelector(".pick:checked")?.nextElementSibling.textContent.trim();
    turn++;
    found.replaceChildren();
    typed.value = "";
    await put(form, [said.code, result, said.note].filter(Boolean).join("，"), fields);
    block.querySelector(".read input[type=file]").focus({ preventScroll: true });
  }

  function takeOff(form) {
    const mark = form.elements.mark.value;
    put(form, "移出 " + mark, [["mark", mark]]);
  }

  block.addEventListener("change", (event) => {
    if (!event.target.matches(".read input[type=file]") || !event.target.files.length) return;
    event.stopPropagation();
    read(event.target.files[0]);
    event.target.value = "";
  }, true);

  block.addEventListener("submit", (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    const form = event.target;
    if (form.matches(".add")) add(form);
    else if (form.matches(".off-list")) takeOff(form);
    else if (form.matches(".look") && typed.value.trim()) look(typed.value.trim());
    else if (form.matches(".look")) typed.focus();
  }, true);

  // the list

  const mine = (entry) => entry.place === place && entry.address.startsWith(address);

  function button(text, press) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "off";
    made.textContent = text;
    made.addEventListener("click", press);
    return made;
  }

  function line(entry) {
    const row = document.createElement("li");
    row.id = entry.card;
    const words = document.createElement("div");
    const state = document.createElement("small");
    state.className = entry.refused ? "failed" : "waits";
    state.textContent = entry.refused ? "没有保存：" + entry.refused : entry.unstored ? "待上传，只在这一页" : "待上传，已存本机";
    const said = document.createElement("p");
    said.textContent = entry.said;
    words.append(said, state);
    row.append(words);
    if (entry.refused) row.append(button("再试一次", () => outbox.change(entry.order, (now) => ({ ...now, refused: "" })).then(outbox.retry)));
    if (entry.refused || !entry.tried) row.append(button("放弃", () => outbox.drop(entry.order)));
    return row;
  }

  function showWaiting({ entries }) {
    const waiting = entries.filter(mine);
    document.getElementById("cylinder-waiting").replaceChildren(...waiting.reverse().map(line));
    const leaving = new Set(waiting.filter((entry) => entry.address.endsWith("/removals")).map((entry) => entry.fields[0][1]));
    block.querySelectorAll("#cylinder-list li").forEach((row) => row.classList.toggle("leaving", leaving.has(row.querySelector("[name=mark]").value)));
    const count = document.querySelector("#chips a.apart span");
    count.textContent = Number(document.getElementById("cylinder-list").dataset.count) + waiting.filter((entry) => entry.address === address).length;
  }

  async function arrive(list) {
    const shown = document.getElementById("cylinder-list");
    if (!list || Number(list.dataset.version) <= Number(shown.dataset.version)) return;
    shown.replaceWith(list);
    document.getElementById("saving").dataset.saved = "已保存 " + list.dataset.saved;
    outbox.keepCards(place, [{ card: list.id, html: list.outerHTML }]);
    showWaiting(await outbox.state());
  }

  document.addEventListener("outbox:changed", ({ detail }) => showWaiting(detail));
  document.addEventListener("outbox:taken", ({ detail: { entry, reply } }) => {
    if (mine(entry)) arrive(parse(reply.page).getElementById("cylinder-list"));
  });
  document.addEventListener("cylinders:arrived", ({ detail }) => arrive(detail));

  // A page that was kept for times without network is older than what was added since.
  (async () => {
    const kept = (await outbox.keptCards(place)).find(({ card }) => card === "cylinder-list");
    if (kept) await arrive(parse(kept.html).getElementById("cylinder-list"));
    showWaiting(await outbox.state());
  })();
})();
