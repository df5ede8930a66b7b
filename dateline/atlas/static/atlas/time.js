// A day is chosen, and the map and its list show what was so on it. Without this script both show everything.
function days(marks) {
  const found = new Set();
  for (const { dataset } of marks) {
    if (dataset.from) found.add(dataset.from.slice(0, 10));
    if (dataset.until) found.add(dataset.until.slice(0, 10));
  }
  return [...found].sort();
}

function isSo({ dataset }, day) {
  return (!dataset.from || dataset.from.slice(0, 10) <= day) && (!dataset.until || dataset.until.slice(0, 10) >= day);
}

function replayable(tool) {
  const marks = [...document.querySelectorAll("[data-from], [data-until]")];
  const known = days(marks);
  if (known.length < 2) return;
  const [slider, told] = [tool.querySelector("input"), tool.querySelector("output")];
  const format = new Intl.DateTimeFormat(document.documentElement.lang || undefined, { dateStyle: "long", timeZone: "UTC" });

  function show() {
    const day = known[slider.value];
    told.textContent = day ? format.format(new Date(day)) : tool.dataset.all;
    slider.setAttribute("aria-valuetext", told.textContent);
    for (const mark of marks) mark.toggleAttribute("data-away", Boolean(day) && !isSo(mark, day));
  }

  slider.max = known.length; // one more than there are days: all of them
  slider.value = slider.max;
  slider.addEventListener("input", show);
  tool.hidden = false;
  show();
}

document.querySelectorAll("[data-map-time]").forEach(replayable);
