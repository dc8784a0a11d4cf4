// The ledger at desk width: a row opens in the pane beside the list, and everything on the list is done by keys too.
(() => {
  const pane = document.getElementById("beside");
  const links = [...document.querySelectorAll("a[data-preview]")];
  const keys = document.querySelector("dialog.keys");
  if (!pane || !keys) {
    return;
  }
  const wide = window.matchMedia("(min-width: 1200px)");
  const PAUSE_MILLIS = 120;
  let current = -1;
  let waiting = 0;

  function show(index, focus) {
    if (links.length === 0) {
      return;
    }
    current = Math.max(0, Math.min(index, links.length - 1));
    const link = links[current];
    links.forEach((other, at) => other.closest("tr").classList.toggle("cur", at === current));
    if (focus) {
      link.focus({ preventScroll: true });
      link.closest("tr").scrollIntoView({ block: "nearest" });
    }
    if (wide.matches) {
      clearTimeout(waiting);
      waiting = setTimeout(() => htmx.ajax("GET", link.dataset.preview, { source: pane, target: pane, swap: "innerHTML" }), PAUSE_MILLIS);
    }
  }

  links.forEach((link, at) => {
    link.addEventListener("click", (event) => {
      if (wide.matches && at !== current && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
        event.preventDefault();
        show(at, true);
      }
    });
  });

  const search = document.getElementById("filter-q");
  const acts = {
    j: () => show(current + 1, true),
    k: () => show(current - 1, true),
    o: () => links[current] && window.location.assign(links[current].href),
    x: () => links[current]?.closest("tr").querySelector("input[name=hazard]")?.click(),
    "/": () => search.focus(),
    "?": () => keys.showModal(),
  };
  acts.Enter = acts.o;

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || keys.open) {
      return;
    }
    if (event.key === "Escape" && event.target === search) {
      show(Math.max(current, 0), true);
      return;
    }
    if (event.target.closest("input:not([type=checkbox]), select, textarea")) {
      return;
    }
    const inList = event.target.closest("table.hazards") !== null;
    const key = inList ? { ArrowDown: "j", ArrowUp: "k" }[event.key] ?? event.key : event.key;
    if (key === "Enter" && event.target !== document.body) {
      return;
    }
    if (Object.hasOwn(acts, key)) {
      event.preventDefault();
      acts[key]();
    }
  });

  const opener = document.querySelector(".keys-open");
  opener.hidden = false;
  opener.addEventListener("click", acts["?"]);

  const boxes = [...document.querySelectorAll("input[name=hazard]")];
  const all = document.querySelector(".bulk .all");
  if (all && boxes.length > 0) {
    const picked = document.querySelector(".bulk .picked");
    const buttons = document.querySelectorAll(".bulk button");
    const count = () => {
      const chosen = boxes.filter((box) => box.checked).length;
      picked.textContent = chosen === 0 ? "勾选后" : `已选 ${chosen} 条`;
      buttons.forEach((button) => { button.disabled = chosen === 0; });
      all.firstElementChild.checked = chosen === boxes.length;
    };
    all.hidden = false;
    all.firstElementChild.addEventListener("change", (event) => {
      boxes.forEach((box) => { box.checked = event.target.checked; });
      count();
    });
    boxes.forEach((box) => box.addEventListener("change", count));
    count();
  }

  if (wide.matches) {
    show(0, false);
  }
})();
