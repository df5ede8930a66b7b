// Looks a place up while its name is typed into a claim's form; choosing one fills in its point and shows it.
const field = document.querySelector("#id_place_name");
const [latitude, longitude] = ["#id_latitude", "#id_longitude"].map((one) => document.querySelector(one));
const { names, pin } = document.querySelector("[data-names]")?.dataset ?? {};
const WAIT = 250; // milliseconds without a key

if (field && names) {
  const told = Object.assign(document.createElement("p"), { className: "place-names__told" });
  told.setAttribute("role", "status");
  const list = Object.assign(document.createElement("ul"), { className: "place-names" });
  const map = Object.assign(document.createElement("img"), { className: "place-names__map", width: 220, height: 150, alt: "", hidden: true });
  field.after(told, list, map);
  let timer;
  let last = 0;

  const show = () => {
    map.hidden = !latitude.value || !longitude.value;
    if (!map.hidden) map.src = `${pin}?${new URLSearchParams({ lat: latitude.value, lon: longitude.value })}`;
  };

  const choose = (place) => {
    [field.value, latitude.value, longitude.value] = [place.name, place.latitude, place.longitude];
    list.replaceChildren();
    told.textContent = `${place.name}, ${place.where}: ${place.latitude}, ${place.longitude}`;
    field.focus();
    show();
  };

  const ask = async () => {
    const number = ++last;
    if (field.value.trim().length < 2) return list.replaceChildren();
    const answer = await fetch(`${names}?${new URLSearchParams({ q: field.value })}`);
    if (!answer.ok || number !== last) return; // what was typed since is asked for already
    const { told: words, found, credit } = await answer.json();
    told.textContent = words;
    list.replaceChildren(
      ...found.map((place) => {
        const button = Object.assign(document.createElement("button"), { type: "button", className: "button button-small button-secondary" });
        button.textContent = `${place.name} · ${place.where}`;
        button.addEventListener("click", () => choose(place));
        const row = document.createElement("li");
        row.append(button);
        return row;
      }),
    );
    if (found.length) told.title = credit;
    list.scrollIntoView({ block: "nearest" }); // above the bar with the buttons
  };

  field.setAttribute("autocomplete", "off");
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => ask().catch(() => {}), WAIT); // without an answer the point is typed by hand
  });
  for (const one of [latitude, longitude]) one.addEventListener("change", show);
}
