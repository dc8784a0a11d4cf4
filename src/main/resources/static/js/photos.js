// Each photo goes into the outbox the moment it is taken or chosen. "photos:changed" on the document, with the position,
// puts in what the server has by then.
(() => {
  const page = document.getElementById("inspecting");
  const outbox = window.outbox;
  if (!page || !outbox) return;
  page.classList.add("live");
  const place = page.dataset.inspection;
  const LARGEST = 20 * 1024 * 1024;
  const headers = { "X-Requested-With": "fetch" };
  let spot = null;

  const sectionOf = (position) => document.getElementById("p" + position + "-photos");

  function whereAmI() {
    if (page.dataset.place !== "true" || !navigator.geolocation) return null;
    spot ??= new Promise((done) => {
      navigator.geolocation.getCurrentPosition((at) => done(at.coords), () => done(null), { timeout: 8000, maximumAge: 120000, enableHighAccuracy: true });
      setTimeout(() => { spot = null; }, 120000);
    });
    return spot;
  }

  function line(section, text, failed, ...presses) {
    const shown = document.createElement("p");
    shown.className = "sending" + (failed ? " failed" : "");
    shown.setAttribute("role", failed ? "alert" : "status");
    shown.append(text);
    for (const [name, press] of presses) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = name;
      button.addEventListener("click", press);
      shown.append(button);
    }
    section.querySelector(".take").append(shown);
    return shown;
  }

  async function take(input) {
    const section = input.closest(".photos");
    for (const file of [...input.files]) {
      if (file.size > LARGEST) {
        line(section, "“" + file.name + "”超过 20 MB，请用相机的普通模式重拍。", true);
        continue;
      }
      const where = whereAmI();
      const label = section.getAttribute("aria-label").replace("的照片", "照片");
      const kept = await outbox.put({
        place, title: page.querySelector("h1").textContent, card: section.id, label, said: file.name, address: section.dataset.address, file,
        fields: [["takenAt", new Date(file.lastModified || Date.now()).toISOString()]], after: where ? Date.now() + 10000 : 0,
      });
      where?.then((coords) => outbox.change(kept.order, (now) => ({ ...now, after: 0, fields: [...now.fields, ...inDegrees(coords)] })).then(outbox.retry));
    }
    input.value = "";
  }

  const inDegrees = (coords) => (coords ? [["latitude", coords.latitude.toFixed(6)], ["longitude", coords.longitude.toFixed(6)]] : []);

  // One line for the photos of an item that wait, one for each that the server refused.
  function show({ waiting, refused }) {
    page.querySelectorAll(".photos").forEach((section) => {
      const here = (entries) => entries.filter((entry) => entry.place === place && entry.card === section.id);
      section.querySelectorAll(".sending.kept").forEach((shown) => shown.remove());
      const [kept, unstored] = [false, true].map((only) => here(waiting).filter((entry) => Boolean(entry.unstored) === only).length);
      if (kept) line(section, kept + " 张照片待上传", false).classList.add("kept");
      if (unstored) line(section, unstored + " 张照片待上传，本机存不下，只在这一页，请不要关闭", true).classList.add("kept");
      here(refused).forEach((entry) => line(section, "“" + entry.said + "”没有收下：" + entry.refused, true,
        ...(entry.again ? [["再试一次", () => outbox.change(entry.order, (now) => ({ ...now, refused: "" })).then(outbox.retry)]] : []),
        ["放弃", () => outbox.drop(entry.order)]).classList.add("kept"));
    });
  }

  async function refresh(position) {
    const section = sectionOf(position);
    const answer = await fetch(section.dataset.address, { headers });
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(".photos");
    if (fresh) put(fresh);
  }

  // Only the photos change: a chooser that is open belongs to the fields below them.
  function put(fresh) {
    const section = document.getElementById(fresh.id);
    section?.querySelector(".shots")?.remove();
    section?.prepend(...fresh.querySelectorAll(".shots"));
  }

  page.addEventListener("change", (event) => {
    if (!event.target.matches(".take input[type=file]")) return;
    event.stopPropagation();
    take(event.target);
  }, true);

  page.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!form.matches(".shots form")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const section = form.closest(".photos");
    const position = Number(section.id.match(/[0-9]+/)[0]);
    const answer = await outbox.request(form.getAttribute("action"), new FormData(form), 20000).catch(() => null);
    if (answer?.ok) {
      await refresh(position);
      sectionOf(position).querySelector(".take input").focus({ preventScroll: true });
    } else {
      const why = answer?.headers.get("Content-Type")?.includes("json") ? (await answer.json()).sentence : "";
      line(section, why || "没有移除，请检查网络后再试。", true);
    }
  }, true);

  document.addEventListener("outbox:changed", ({ detail }) => show(detail));
  document.addEventListener("outbox:taken", ({ detail: { entry } }) => {
    const section = entry.place === place && document.getElementById(entry.card);
    if (section && section.matches(".photos")) refresh(Number(section.id.match(/[0-9]+/)[0])).catch(() => {});
  });
  outbox.state().then(show);
  document.addEventListener("photos:arrived", ({ detail: fresh }) => {
    if (!document.getElementById(fresh.id)?.querySelector(".shots")?.contains(document.activeElement)) put(fresh);
  });
  document.addEventListener("photos:changed", (event) => refresh(event.detail.position));
})();
