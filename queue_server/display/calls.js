/** The calls of a screen: those shown, newest first, and those that wait to be announced one after another. */

const LATE_MS = 30_000;

export class Calls {
  shown = [];
  #kept;
  #waiting = [];
  #adopted = false;

  /** The number of the newest event known here. */
  heard = 0;

  /** How many calls wait to be announced. */
  get waiting() {
    return this.#waiting.length;
  }

  /** `kept` calls are shown: the newest and those before it. */
  constructor(kept) {
    this.#kept = kept;
  }

  /** A call as it happens; one known already is passed over. */
  hear(call) {
    if (call.seq <= this.heard) return;
    this.heard = call.seq;
    this.#waiting.push(call);
  }

  /**
   * Takes the office's word for what is shown at `now`; `asked` is what was heard when it was asked.
   * A call missed while away is announced if it is fresh; an older one, or any that was before this screen, is shown
   * without being played back.
   */
  adopt(state, now, asked) {
    // Numbering goes back only when the office was restored from a backup.
    if (state.seq < asked) {
      this.heard = state.seq;
      this.shown = [];
    }
    const waiting = new Map(this.#waiting.map((call) => [call.seq, call]));
    const fresh = (call) => this.#adopted && call.seq > this.heard && now - Date.parse(call.at) < LATE_MS;
    for (const call of state.calls.filter(fresh)) waiting.set(call.seq, call);
    this.#waiting = [...waiting.values()].sort((one, other) => one.seq - other.seq);
    const told = state.calls.filter((call) => !waiting.has(call.seq));
    // Where calls that wait take the places of older ones in what the office tells, those are known here.
    const oldest = Math.min(...state.calls.map((call) => call.seq));
    const older = this.shown.filter((call) => call.seq < oldest).slice(0, state.calls.length - told.length);
    this.shown = newest([...told, ...older], this.#kept);
    this.heard = Math.max(this.heard, state.seq);
    this.#adopted = true;
  }

  /** The newest call of a number was taken back: it is shown no more. Whether it still waited to be announced. */
  takeBack(number) {
    const gone = this.#waiting.filter((call) => call.number === number).pop();
    this.#waiting = this.#waiting.filter((call) => call !== gone);
    if (!gone) this.shown = this.shown.filter((call) => call.number !== number);
    return Boolean(gone);
  }

  /** Moves the next waiting call to the top; false when none waits. */
  advance() {
    const call = this.#waiting.shift();
    if (!call) return false;
    this.shown = newest([call, ...this.shown], this.#kept);
    return true;
  }

  /** What was not announced yet cannot be trusted any more: the office tells anew. */
  forget() {
    if (this.#waiting.length > 0) this.heard = this.#waiting[0].seq - 1;
    this.#waiting = [];
  }
}

/** Each number once, at its newest call. */
function newest(calls, kept) {
  const first = (call, place) => calls.findIndex((other) => other.number === call.number) === place;
  return calls.filter(first).slice(0, kept);
}
