// The ledger at desk width: a row opens in the pane beside the list, j and k move, o opens, / searches.
(() => {
  const pane = document.getElementById("beside");
  const links = [...document.querySelectorAll("a[data-preview]")];
  if (!pane || links.length === 0) {
    return;
  }
  const wide = window.matchMedia("(min-width: 1200px)");
  let current = -1;

  function show(index) {
    current = Math.max(0, Math.min(index, links.length - 1));
    links.forEach((link, at) => link.closest("tr").classList.toggle("cur", at === current));
    links[current].closest("tr").scrollIntoView({ block: "nearest" });
    if (wide.matches) {
      htmx.ajax("GET", links[current].dataset.preview, { target: pane, swap: "innerHTML" });
    }
  }

  links.forEach((link, at) => link.addEventListener("click", (event) => {
    if (wide.matches && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      if (at === current) {
        window.location.href = link.href;
      } else {
        show(at);
      }
    }
  }));

  document.addEventListener("keydown", (event) => {
    if (event.target.closest("input, select, textarea") || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.key === "j") {
      show(current + 1);
    } else if (event.key === "k") {
      show(current - 1);
    } else if (event.key === "o" && current >= 0) {
      window.location.href = links[current].href;
    } else if (event.key === "/") {
      event.preventDefault();
      document.querySelector(".ledger input[type=search]").focus();
    }
  });

  if (wide.matches) {
    show(0);
  }
})();
