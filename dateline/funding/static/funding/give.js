// An amount that one writes is the amount one chose; choosing another forgets what was written.
import { check } from "../delivery/check.js";

const form = document.querySelector(".give__form");

form?.addEventListener("input", ({ target }) => {
  const written = form.elements.amount;
  if (target === written && written.value) form.elements.preset.value = "other";
  if (target.name === "preset" && target.value !== "other") written.value = "";
  if (target.name === "preset" && target.value === "other") written.focus();
});

form?.addEventListener("submit", (event) => check(event, form.dataset.asks));
