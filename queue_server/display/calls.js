/** The calls of a screen: those shown, newest first, and those that wait to be announced one after another. */

const SHOWN = 6; // the call itself and the last five
const LATE_MS = 30_000;

export class Calls {
  shown = [];
  #waiting = [];
  #announced = 0;

  /** The number of the newest event known here. */
  heard = 0;

  /** A call as it happens; one known already is passed over. */
  hear(call) {
    if (call.seq <= this.heard) return;
    this.heard = call.seq;
    this.#waiting.push(call);
  }

  /**
   * Takes the office's word for what is shown at `now`; `asked` is what was heard when it was asked.
   * A call missed while away is announced if it is fresh; an older one is shown, not played back.
   */
  adopt(state, now, asked) {
    // Numbering goes back only when the office was restored from a backup.
    if (state.seq < asked) this.heard = state.seq;
    const waiting = new Map(this.#waiting.map((call) => [call.seq, call]));
    for (const call of state.calls) {
      if (call.seq > this.heard && now - Date.parse(call.at) < LATE_MS) waiting.set(call.seq, call);
    }
    this.#waiting = [...waiting.values()].sort((one, other) => one.seq - other.seq);
    this.shown = newest(state.calls.filter((call) => !waiting.has(call.seq)));
    this.heard = Math.max(this.heard, state.seq);
  }

  /** Moves the next waiting call to the top; false when none waits. */
  advance() {
    const call = this.#waiting.shift();
    if (!call) return false;
    this.#announced = call.seq;
    this.shown = newest([call, ...this.shown]);
    return true;
  }

  /** What was not announced yet cannot be trusted any more: the office tells anew. */
  forget() {
    this.#waiting = [];
    this.heard = this.#announced;
  }
}

/** Each number once, at its newest call. */
function newest(calls) {
  const first = (call, place) => calls.findIndex((other) => other.number === call.number) === place;
  return calls.filter(first).slice(0, SHOWN);
}
