// The review by keys: each key presses the button that shows it.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
  const target = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!target) return;
  event.preventDefault();
  target.click();
  const form = target.closest("details");
  if (form?.open) form.querySelector("select, textarea, input:not([type=hidden])")?.focus();
});

// What is marked in the sentence becomes the trigger of an added event.
document.querySelector(".context")?.addEventListener("mouseup", () => {
  const words = String(getSelection()).trim();
  const form = document.querySelector("#add form");
  if (words && form && document.getElementById("add").open) {
    form.elements[form.elements.evidence.value ? "trigger" : "evidence"].value = words;
  }
});
