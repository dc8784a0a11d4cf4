// On the page for times without network: the forms that are kept on this phone, by unit. While somebody logs in nobody
// knows whose they are.
(async () => {
  const section = document.getElementById("kept-forms");
  if (!section || !("caches" in window)) return;
  const names = await caches.keys();
  const pages = names.find((name) => name.startsWith("pages-"));
  if (!pages || names.includes("logging-in")) return;
  const cache = await caches.open(pages);
  for (const request of await cache.keys()) {
    const form = new DOMParser().parseFromString(await (await cache.match(request)).text(), "text/html").querySelector(".visit");
    if (!form) continue;
    const line = document.createElement("li");
    const link = document.createElement("a");
    const about = document.createElement("small");
    link.href = new URL(request.url).pathname;
    link.textContent = form.querySelector("h1").textContent;
    form.querySelector("#kept")?.remove();
    about.textContent = form.querySelector("p").textContent;
    link.append(document.createElement("br"), about);
    line.append(link);
    section.querySelector("ul").append(line);
    section.hidden = false;
  }
})().catch(() => {});
