// A passkey: the browser's own dialogue, whose answer the form then sends. Without it the button stays away.
const button = document.querySelector("[data-passkey]");
const form = button.form;
const Key = window.PublicKeyCredential;

if (Key?.parseCreationOptionsFromJSON) {
  button.hidden = false;
  button.addEventListener("click", async (event) => {
    event.preventDefault();
    const answer = await fetch(form.action, { headers: { accept: "application/json" } });
    const { publicKey, request_options: asked } = await answer.json();
    const credential = await (publicKey
      ? navigator.credentials.create({ publicKey: Key.parseCreationOptionsFromJSON(publicKey) })
      : navigator.credentials.get({ publicKey: Key.parseRequestOptionsFromJSON(asked.publicKey) }));
    form.credential.value = JSON.stringify(credential);
    form.submit();
  });
}
