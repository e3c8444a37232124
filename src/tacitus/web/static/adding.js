// While reports are coded: how far it is, told each second; the page is loaded anew when it has ended.
const shown = document.getElementById("progress");

async function look() {
  const answer = await fetch(`/add/${shown.dataset.job}.json`);
  if (!answer.ok) return;
  const job = await answer.json();
  const state = job.state[0].toUpperCase() + job.state.slice(1);
  shown.textContent = `${state}: ${job.read} read, ${job.articles.length} coded and written.`;
  if (job.running) setTimeout(look, 1000);
  else location.reload();
}

setTimeout(look, 1000);
