// While very many arrive at once, a browser is asked for a sum before its form is sent. Without this nothing is lost.
export const hide = (form, name, value) =>
  Object.assign(form.elements[name] ?? form.appendChild(document.createElement("input")), { type: "hidden", name, value });

export async function check(event, address, body) {
  const form = event.target;
  const was = form.dataset.check;
  form.dataset.check = "";
  if (was === "over" || event.submitter?.name === "preview") return;
  event.preventDefault();
  form.dataset.check = "on";
  if (was === "on") return;
  try {
    const asked = await (await fetch(address, { method: "POST", body })).json();
    if (asked.challenge) hide(form, "proof", await (await import("./proof.js")).prove(form, asked));
  } catch {
    // sent all the same: whoever gets it decides, and says so
  }
  form.dataset.check = "over";
  form.requestSubmit(event.submitter);
}
