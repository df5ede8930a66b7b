// ALTCHA's sum, version 2: the number whose hash begins as was asked. In small heaps, so that the page stays awake.
const HEAP = 250;

const bytes = (hex) => Uint8Array.from(hex.match(/../g), (pair) => parseInt(pair, 16));
const hex = (hash) => Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");

function hashed(start, number) {
  const words = new Uint8Array(start.length + 4);
  words.set(start);
  new DataView(words.buffer).setUint32(start.length, number);
  return crypto.subtle.digest("SHA-256", words);
}

async function solve({ salt, nonce, keyPrefix }, most, tell) {
  const start = Uint8Array.from([...bytes(salt), ...bytes(nonce)]);
  for (let from = 0; from <= most; from += HEAP) {
    tell(from);
    const numbers = Array.from({ length: HEAP }, (_, place) => from + place);
    const hashes = (await Promise.all(numbers.map((number) => hashed(start, number)))).map(hex);
    const place = hashes.findIndex((hash) => hash.startsWith(keyPrefix));
    if (place >= 0) return { counter: from + place, derivedKey: hashes[place] };
    await new Promise((done) => setTimeout(done)); // whoever waits may scroll meanwhile
  }
  throw new Error("no number fits");
}

export async function prove(form, { challenge, most, words }) {
  const line = form.appendChild(document.createElement("p"));
  const bar = document.createElement("progress");
  line.className = "check meta";
  line.setAttribute("role", "status");
  line.append(words, " ", bar);
  bar.max = most;
  try {
    const solution = await solve(challenge.parameters, most, (number) => (bar.value = number));
    return btoa(JSON.stringify({ challenge, solution }));
  } finally {
    line.remove();
  }
}
