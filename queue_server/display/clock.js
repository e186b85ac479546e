/** The office's time, kept by the server; the screen's own clock may be wrong. */

export class Clock {
  #ahead = Date.now() - performance.now();
  #format = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });

  /** The server says it is `now` (RFC 3339). */
  set(now) {
    this.#ahead = Date.parse(now) - performance.now();
  }

  /** Shows times as in the office's `timezone`. */
  place(timezone) {
    this.#format = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: timezone });
  }

  /** Milliseconds since 1970, UTC. */
  now() {
    return this.#ahead + performance.now();
  }

  /** Hours and minutes, in Western digits. */
  face(at = this.now()) {
    return this.#format.format(at);
  }
}
