// A situation's page: a slider over the days on which something changed, and what is new since this browser was here.
// Nothing is sent anywhere: the moment of the last visit stays in this browser.
const form = document.querySelector(".replay");
const days = (form?.dataset.steps || "").split(" ").filter(Boolean);
const field = form?.querySelector("input[type=date]");

if (field && days.length > 1) {
  const slider = document.createElement("input");
  Object.assign(slider, { type: "range", min: 0, max: days.length - 1, step: 1, className: "replay__slider" });
  slider.setAttribute("aria-label", form.querySelector("label").textContent);
  const at = days.findLastIndex((day) => day <= field.value);
  slider.value = Math.max(0, at);
  const say = () => slider.setAttribute("aria-valuetext", days[slider.value]);
  say();
  slider.addEventListener("input", () => {
    field.value = days[slider.value];
    say();
  });
  // A key moves by one day: Enter leads there, or each day on the way would be a page of its own.
  let isByKey = false;
  slider.addEventListener("keydown", () => (isByKey = true));
  slider.addEventListener("pointerdown", () => (isByKey = false));
  slider.addEventListener("change", () => isByKey || form.requestSubmit());
  form.querySelector(".replay__row").after(slider);
}

const key = `seen:${location.pathname}`;
try {
  const before = localStorage.getItem(key);
  const timeline = document.querySelector(".timeline");
  if (timeline && !new URLSearchParams(location.search).has("at")) {
    const news = before ? [...timeline.querySelectorAll("[data-at]")].filter((one) => Date.parse(one.dataset.at) > Number(before)) : [];
    for (const one of news) one.classList.add("claim--new");
    if (news.length) {
      const link = Object.assign(document.createElement("a"), { href: `#${news[0].id}`, className: "timeline__news" });
      link.textContent = `${news.length} ${timeline.dataset.news}`;
      timeline.querySelector("h2").after(link);
    }
    localStorage.setItem(key, String(Date.now()));
  }
} catch {
  // Storage may be forbidden: then nothing is marked as new.
}
