// Sends each photo the moment it is taken or chosen, one after the other, under a key of its own: sent again after a lost
// answer it is kept once. "photos:changed" on the document, with the position, puts in what the server has by then.
(() => {
  const page = document.getElementById("inspecting");
  if (!page) return;
  page.classList.add("live");
  const LARGEST = 20 * 1024 * 1024;
  const headers = { "X-Requested-With": "fetch" };
  let turn = Promise.resolve();
  let place = null;

  const newKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, "0")).join("");
  const sectionOf = (position) => document.getElementById("p" + position + "-photos");

  function whereAmI() {
    if (page.dataset.place !== "true" || !navigator.geolocation) return Promise.resolve(null);
    place ??= new Promise((done) => {
      navigator.geolocation.getCurrentPosition((at) => done(at.coords), () => done(null), { timeout: 8000, maximumAge: 120000, enableHighAccuracy: true });
      setTimeout(() => { place = null; }, 120000);
    });
    return place;
  }

  function line(section, text, failed, again) {
    const shown = document.createElement("p");
    shown.className = "sending" + (failed ? " failed" : "");
    shown.setAttribute("role", failed ? "alert" : "status");
    shown.textContent = text;
    if (again) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = "重试";
      button.addEventListener("click", () => { shown.remove(); again(); });
      shown.append(button);
    }
    section.querySelector(".take").append(shown);
    return shown;
  }

  async function token() {
    const answer = await fetch("/csrf", { headers });
    return (await answer.json()).token;
  }

  async function post(address, body) {
    const send = async () => fetch(address, { method: "POST", body, headers, redirect: "error" });
    let answer = await send();
    if (answer.status === 403 || answer.status === 401) {
      body.set("_csrf", await token());
      answer = await send();
    }
    if (answer.status === 401 || answer.status === 403) throw new Error("登录已过期，请重新登录后点");
    if (answer.status >= 500) throw new Error("服务器没有收下，请点");
    if (answer.status === 413) return { sentence: "照片超过 20 MB，请用相机的普通模式重拍。" };
    const json = answer.headers.get("Content-Type")?.includes("json");
    if (!json) return { sentence: "没有保存，请刷新页面后重试。" };
    return answer.json();
  }

  async function send(position, body) {
    const section = sectionOf(position);
    const shown = line(section, "正在上传…", false);
    let why = null;
    try {
      const answer = await post(section.dataset.address, body);
      if (answer.sentence) why = [answer.sentence, null];
    } catch (lost) {
      why = [(lost.name === "TypeError" ? "网络不通，照片未上传，请点" : lost.message), () => enqueue(position, body)];
    }
    shown.remove();
    if (!why) await refresh(position);
    else line(sectionOf(position), why[0], true, why[1]);
  }

  function enqueue(position, body) {
    turn = turn.then(() => send(position, body));
  }

  async function take(input) {
    const form = input.closest("form.take");
    const position = Number(input.closest(".photos").id.match(/[0-9]+/)[0]);
    const coords = await whereAmI();
    for (const file of [...input.files]) {
      if (file.size > LARGEST) {
        line(sectionOf(position), "“" + file.name + "”超过 20 MB，请用相机的普通模式重拍。", true, null);
        continue;
      }
      const body = new FormData();
      body.set("_csrf", form.elements._csrf?.value ?? "");
      body.set("key", newKey());
      body.set("takenAt", new Date(file.lastModified || Date.now()).toISOString());
      if (coords) {
        body.set("latitude", coords.latitude.toFixed(6));
        body.set("longitude", coords.longitude.toFixed(6));
      }
      body.set("photo", file);
      enqueue(position, body);
    }
    input.value = "";
  }

  async function refresh(position) {
    const section = sectionOf(position);
    const answer = await fetch(section.dataset.address, { headers });
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(".photos");
    if (!fresh) return;
    const waiting = [...section.querySelectorAll(".sending")];
    section.replaceWith(fresh);
    fresh.querySelector(".take").append(...waiting);
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
    try {
      const answer = await post(form.getAttribute("action"), new FormData(form));
      if (answer.sentence) line(section, answer.sentence, true, null);
      else {
        await refresh(position);
        sectionOf(position).querySelector(".take input").focus({ preventScroll: true });
      }
    } catch (lost) {
      line(section, "没有移除，请检查网络后再试。", true, null);
    }
  }, true);

  document.addEventListener("photos:changed", (event) => refresh(event.detail.position));
})();
