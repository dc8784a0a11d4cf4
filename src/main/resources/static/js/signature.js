// The pad on which the unit's person signs; the drawing travels in a hidden field.
(() => {
  const canvas = document.getElementById("pad");
  if (!canvas) return;
  const pad = new SignaturePad(canvas, { backgroundColor: "rgb(255,255,255)", penColor: "rgb(15,39,64)" });
  const form = canvas.closest("form");

  function fit() {
    const ratio = Math.min(2, Math.max(1, devicePixelRatio));
    if (!canvas.offsetWidth || canvas.width === Math.round(canvas.offsetWidth * ratio)) return;
    const drawn = pad.toData();
    canvas.width = Math.round(canvas.offsetWidth * ratio);
    canvas.height = Math.round(canvas.offsetHeight * ratio);
    canvas.getContext("2d").scale(ratio, ratio);
    pad.clear();
    pad.fromData(drawn);
  }

  addEventListener("resize", fit);
  form.addEventListener("change", fit);
  // what was said about one choice is not about another
  form.addEventListener("change", (event) => {
    if (event.target.name !== "outcome") return;
    document.getElementById("pad-wrong").textContent = "";
    form.querySelectorAll(".is-invalid").forEach((field) => field.classList.remove("is-invalid"));
    document.querySelector(".review > .summary")?.remove();
  });
  fit();
  pad.addEventListener("beginStroke", () => { document.getElementById("pad-wrong").textContent = ""; });
  document.getElementById("clear").addEventListener("click", () => pad.clear());
  form.addEventListener("submit", (event) => {
    const signs = form.querySelector("[name=outcome]:checked")?.value === "SIGNED";
    const wrong = document.getElementById("pad-wrong");
    if (signs && pad.isEmpty()) {
      event.preventDefault();
      event.stopImmediatePropagation();
      wrong.textContent = "请被检查单位人员在签字板上签名。";
      canvas.scrollIntoView({ block: "center" });
      return;
    }
    document.getElementById("image").value = signs ? pad.toDataURL("image/png") : "";
  }, true);
})();
