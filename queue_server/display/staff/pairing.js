/**
 * A television that is not a screen yet: it shows a code until somebody lets it in, and goes on by itself.
 *
 * Its secret is its own, so that nobody who reads the code gets its token. The token is put into a cookie by the server,
 * where no script can read it.
 */

const LOOK_MS = 2_000;
const REFUSED_MS = 60_000;
const KEPT_AS = "dawr-pairing"; // so that the same code is shown after a power cut

let secret = null;

function begin() {
  secret = Array.from(crypto.getRandomValues(new Uint8Array(24)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  try {
    localStorage.setItem(KEPT_AS, secret);
  } catch {
    // Then it shows another code after a power cut.
  }
}

function forget() {
  secret = null;
  try {
    localStorage.removeItem(KEPT_AS);
  } catch {
    // There it never was.
  }
}

function kept() {
  try {
    return localStorage.getItem(KEPT_AS);
  } catch {
    return null;
  }
}

/** A code for the secret; the same for the same one. */
async function ask() {
  const headers = { "Content-Type": "application/json", "Idempotency-Key": String(Math.random()) };
  const body = JSON.stringify({ secret, role: "screen" });
  return fetch("/api/v1/enrolments", { method: "POST", headers, body });
}

async function look() {
  if (secret === null) begin();
  const headers = { Authorization: `Bearer ${secret}` };
  let answer = await fetch("/display/pairing", { headers, cache: "no-store" });
  if (answer.status === 404) answer = await ask();
  if (answer.status === 429) return show("full");
  if (!answer.ok) throw new Error(`the office answered ${answer.status}`);
  return settle(await answer.json());
}

function settle({ state, code, seconds, screen }) {
  if (state === "approved" && screen) {
    forget();
    location.replace(`/display/${encodeURIComponent(screen)}`);
    return REFUSED_MS;
  }
  if (state === "asked") {
    document.getElementById("code").textContent = code.replace(/(.{4})(?=.)/g, "$1 ");
    const left = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    for (const text of document.querySelectorAll("[data-left]")) {
      text.textContent = text.dataset.left.replace("{time}", left);
    }
    return show("asked");
  }
  forget();
  return state === "refused" ? show("refused", REFUSED_MS) : 0;
}

/** Shows how it stands; when to look again. */
function show(state, milliseconds = LOOK_MS) {
  document.body.dataset.state = state;
  return milliseconds;
}

async function go() {
  const milliseconds = await look().catch(() => show("away"));
  setTimeout(go, milliseconds);
}

secret = kept();
go();
