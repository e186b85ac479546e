/** Follows the office's events for ever, and tells when it has gone silent. */

const LOOK_MS = 250;
const RETRY_MS = 1_000;
const AFRESH_MS = 300_000;

/**
 * Calls `opened` (which catches up, and may fail) at each new connection, `events[kind]` with each event's data, and
 * `silent` once nothing current was heard for `silenceMs`.
 *
 * Each connection begins with catching up, so none asks the browser to resume the past. A new one is made every few
 * minutes as well: whatever may have gone amiss, such as a change of day, is put right by it.
 */
export function follow(url, silenceMs, { opened, silent, events }) {
  let source;
  let current = false; // caught up on this connection
  let heardAt = performance.now();
  let triedAt;
  let retry;
  let told = false;

  function heard() {
    heardAt = performance.now();
    told = false;
  }

  function connect() {
    clearTimeout(retry);
    if (source) source.close();
    const mine = new EventSource(url);
    source = mine;
    current = false;
    triedAt = performance.now();
    mine.onopen = () => opened().then(() => { current = true; heard(); }).catch(() => lose(mine));
    mine.onerror = () => lose(mine);
    for (const kind of Object.keys(events)) {
      mine.addEventListener(kind, (message) => {
        if (current) heard();
        events[kind](JSON.parse(message.data));
      });
    }
  }

  function lose(lost) {
    if (lost !== source) return;
    lost.close();
    clearTimeout(retry);
    retry = setTimeout(connect, RETRY_MS * (1 + Math.random())); // not all screens at once
  }

  function look() {
    const now = performance.now();
    if (now - heardAt >= silenceMs && !told) {
      told = true;
      silent();
    }
    // A connection can be dead without the browser noticing.
    if (now - Math.max(heardAt, triedAt) >= silenceMs) connect();
  }

  connect();
  setInterval(look, LOOK_MS);
  setInterval(connect, AFRESH_MS);
}
