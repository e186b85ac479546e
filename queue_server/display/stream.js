/** Follows the office's events for ever, and tells when it has gone silent. */

const LOOK_MS = 250;
const RETRY_MS = 1_000;
const AFRESH_MS = 300_000;
const SLEPT_MS = 5_000;

/**
 * `listener` is told: `opened()` at each new connection, to catch up, which may fail; `events[kind](data)` for each
 * event; `silent()` once nothing current was heard for `silenceMs`.
 *
 * Each connection begins with catching up, so none asks the browser to resume the past. A new one is made every few
 * minutes as well: whatever may have gone amiss, such as a change of day, is put right by it. So is what a television
 * missed that slept, or that showed something else meanwhile.
 */
export class Stream {
  #url;
  #silenceMs;
  #listener;
  #source;
  #caughtUp = false;
  #triedAt;
  #heardAt = performance.now();
  #told = false;
  #retry;
  #lookedAt = Date.now();

  constructor(url, silenceMs, listener) {
    this.#url = url;
    this.#silenceMs = silenceMs;
    this.#listener = listener;
  }

  start() {
    this.#connect();
    setInterval(() => this.#look(), LOOK_MS);
    setInterval(() => this.#connect(), AFRESH_MS);
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") this.#connect();
    });
  }

  #connect() {
    clearTimeout(this.#retry);
    if (this.#source) this.#source.close();
    const source = new EventSource(this.#url);
    this.#source = source;
    this.#caughtUp = false;
    this.#triedAt = performance.now();
    source.onopen = () => this.#catchUp(source);
    source.onerror = () => this.#lose(source);
    for (const [kind, handle] of Object.entries(this.#listener.events)) {
      source.addEventListener(kind, (message) => {
        if (this.#caughtUp) this.#heard();
        handle(JSON.parse(message.data));
      });
    }
  }

  async #catchUp(source) {
    try {
      await this.#listener.opened();
    } catch {
      this.#lose(source);
      return;
    }
    this.#caughtUp = true;
    this.#heard();
  }

  #lose(source) {
    if (source !== this.#source) return;
    source.close();
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.#connect(), RETRY_MS * (1 + Math.random())); // not all screens at once
  }

  #heard() {
    this.#heardAt = performance.now();
    this.#told = false;
  }

  #look() {
    const now = performance.now();
    const slept = Math.abs(Date.now() - this.#lookedAt) > SLEPT_MS; // while asleep no other clock need go on
    this.#lookedAt = Date.now();
    if (slept) this.#connect();
    if (now - this.#heardAt >= this.#silenceMs && !this.#told) {
      this.#told = true;
      this.#listener.silent();
    }
    // A connection can be dead without the browser noticing.
    if (now - Math.max(this.#heardAt, this.#triedAt) >= this.#silenceMs) this.#connect();
  }
}
