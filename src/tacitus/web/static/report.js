// A report: underline the words of a record without loading the page anew; the server does the same without scripts.
const text = document.querySelector(".text");
const marks = [...text.querySelectorAll("[data-of]")].map((piece) => [
  piece,
  piece.dataset.of.split(" ").map((one) => one.split(":")),
]);
let telling = -1;

function underline(record, { jump = true, push = true } = {}) {
  telling = -1;
  let first = null;
  for (const [piece, parts] of marks) {
    for (const name of [...piece.classList]) if (name.startsWith("is-")) piece.classList.remove(name);
    for (const [of, part] of parts) {
      if (of !== record) continue;
      piece.classList.add(`is-${part}`);
      if (part === "trigger" || part === "content") first ??= piece;
    }
  }
  for (const card of document.querySelectorAll("[data-card]")) {
    const own = card.dataset.card === record;
    card.classList.toggle("chosen", own);
    const why = card.querySelector("details");
    if (why) why.open = own;
    if (own) card.scrollIntoView({ block: "nearest" });
  }
  if (jump && first) first.scrollIntoView({ block: "center" });
  if (push) {
    const address = new URL(location.href);
    if (record) address.searchParams.set("record", record);
    else address.searchParams.delete("record");
    address.hash = "";
    history.replaceState(null, "", address);
  }
}

const chosen = () => document.querySelector(".card.chosen");

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-record]");
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    underline(link.dataset.record);
    return;
  }
  const piece = event.target.closest("[data-of]");
  if (piece && !String(getSelection())) {
    const all = [...new Set(piece.dataset.of.split(" ").map((one) => one.split(":")[0]))];
    // Where several records meet, each further click takes the next.
    const at = all.indexOf(chosen()?.dataset.card);
    underline(all[(at + 1) % all.length], { jump: false });
  }
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input[type=search], textarea")) return;
  const box = document.querySelector(`.layer input[data-key="${CSS.escape(event.key)}"]`);
  if (box) box.checked = !box.checked;
  else if (event.key === "Escape") underline(null);
  else if (event.key === "Enter" && event.target.matches("[data-card]")) underline(event.target.dataset.card);
  else if (event.key === "t") {
    const jumps = [...(chosen()?.querySelectorAll(".jump") ?? [])];
    if (!jumps.length) return;
    telling = (telling + 1) % jumps.length;
    location.replace(jumps[telling].getAttribute("href"));
  } else return;
  event.preventDefault();
});

const card = chosen();
if (card) underline(card.dataset.card, { push: false });
