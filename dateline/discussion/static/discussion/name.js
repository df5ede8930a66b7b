// The name a guest last wrote under, kept in this browser only.
const KEY = "dateline.name";

export function rememberName(form) {
  const name = form.querySelector('[name="author_name"]')?.value;
  try {
    if (name) localStorage.setItem(KEY, name);
  } catch {
    // storage is refused: the reader writes the name again next time
  }
}

export function recallName(form) {
  const field = form?.querySelector('[name="author_name"]');
  if (field && !field.value) field.value = rememberedName();
}

export function rememberedName() {
  try {
    return localStorage.getItem(KEY) ?? "";
  } catch {
    return ""; // as above
  }
}
