// Keys for every page; pages that do more load their own module.
const typing = (target) => target.closest("input, textarea, select, [contenteditable]");
const steps = () => [...document.querySelectorAll("[data-step]")].filter((one) => one.offsetParent !== null);

function step(by) {
  const all = steps();
  if (!all.length) return;
  const at = all.findIndex((one) => one.contains(document.activeElement));
  const next = all[Math.min(Math.max(at + by, 0), all.length - 1)];
  const target = next.hasAttribute("tabindex") ? next : next.querySelector("a, button") ?? next;
  target.focus();
  next.scrollIntoView({ block: "nearest" });
}

const places = { o: "/", e: "/events", p: "/pairs", w: "/world", s: "/stories", r: "/review" };
let going = 0;

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (typing(event.target)) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  if (Date.now() - going < 1000 && places[event.key]) {
    location.assign(places[event.key]);
  } else if (event.key === "g") {
    going = Date.now();
    return;
  } else if (event.key === "/") {
    event.preventDefault();
    document.getElementById("seek")?.focus();
  } else if (event.key === "j") step(1);
  else if (event.key === "k") step(-1);
  going = 0;
});

if (document.body.classList.contains("reading")) import("./report.js");
if (document.body.classList.contains("reviewing")) import("./review.js");
if (document.body.classList.contains("adding")) import("./adding.js");
