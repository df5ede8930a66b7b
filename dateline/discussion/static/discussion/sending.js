// What a form is told and asked before it is sent. Without it nothing is lost.
import { check as ask, hide } from "../delivery/check.js";

// A form in everybody's page learns when it was begun.
export async function noteOpening(form) {
  if (!form || form.elements.opened) return;
  const field = hide(form, "opened", "");
  try {
    field.value = (await (await fetch("/comments/opened.json")).json()).opened;
  } catch {
    field.remove(); // asked for again
  }
}

// In a rush a guest's browser has a sum to do.
export function check(event) {
  const room = location.pathname.startsWith("/embed/") ? "/embed" : "/comments";
  ask(event, `${room}/check.json`, new URLSearchParams({ device: event.target.elements.device?.value ?? "" }));
}
