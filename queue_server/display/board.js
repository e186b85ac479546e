/** Draws what the screen shows. It decides nothing. */

import { Ticker } from "./ticker.js";

const LINES = 4; // fit in the strip at once

export class Board {
  #page;
  #lines = [];
  #leaf = 0;
  #ticker;

  constructor(page) {
    this.#page = page;
    this.#ticker = new Ticker(this.#part("says"));
    const { number, text } = page.body.dataset;
    page.body.style.setProperty("--number", number);
    page.body.style.setProperty("--text", text);
    this.#part("old").hidden = true;
    this.#part("call").addEventListener("animationend", () => this.#part("call").classList.remove("now"));
  }

  /** The newest call large, the others beside it. */
  show([call, ...past]) {
    this.#part("idle").hidden = Boolean(call);
    for (const id of ["number", "words", "place"]) this.#part(id).hidden = !call;
    if (call) {
      this.#part("number").textContent = call.number;
      this.#part("place").replaceChildren(...this.#place(call));
    }
    this.#part("past").replaceChildren(...past.map((one) => this.#row(one)));
  }

  /** How many calls wait to be shown. */
  more(count) {
    this.#part("more").textContent = `+${count}`;
    this.#part("more").hidden = count === 0;
  }

  /** Draws attention to the newest call. */
  announce() {
    const { classList } = this.#part("call");
    classList.remove("now");
    void this.#part("call").offsetWidth; // so that the same flash begins again
    classList.add("now");
  }

  /** How many wait in each line. */
  waiting(lines) {
    this.#lines = lines;
    this.#drawLines();
  }

  /** Whether the counter below is open, if it is a counter's sign. */
  sign(counter) {
    this.#page.body.dataset.counter = counter.state;
  }

  /** What is said besides calls, or null. It runs between two leaves of the strip and never over a call. */
  say(message) {
    this.#ticker.say(message);
  }

  /** What is said besides calls, if it was not the last time; else the next lines, where there are more than fit. */
  turnLeaf(now) {
    if (this.#ticker.turn(now)) return;
    this.#leaf += 1;
    this.#drawLines();
  }

  time(face) {
    this.#part("clock").textContent = face;
  }

  current() {
    this.#setStale(false);
  }

  /** Takes away what cannot be trusted, and says since when. */
  notCurrent(since) {
    for (const text of this.#page.querySelectorAll("[data-since]")) {
      text.textContent = text.dataset.since.replace("{time}", since);
    }
    this.#setStale(true);
  }

  #setStale(stale) {
    this.#part("stale").hidden = !stale;
    for (const id of ["call", "past", "waiting", "lines"]) this.#part(id).hidden = stale;
    if (stale) this.say(null);
    if (stale) this.#part("call").classList.remove("now");
  }

  #drawLines() {
    const leaves = Math.max(1, Math.ceil(this.#lines.length / LINES));
    const from = (this.#leaf % leaves) * LINES;
    this.#part("lines").replaceChildren(
      ...this.#lines.slice(from, from + LINES).map((line) => {
        const series = this.#make("span", "series", line.series);
        const count = this.#make("span", "count", line.waiting);
        return this.#make("li", "line", series, count);
      }),
    );
  }

  #row(call) {
    const place = this.#make("span", "place", ...this.#place(call));
    return this.#make("li", "past-call", this.#make("span", "number", call.number), place);
  }

  #place(call) {
    return [this.#make("span", "arrow"), this.#make("span", "counter", call.counter)];
  }

  #part(id) {
    return this.#page.getElementById(id);
  }

  #make(tag, name, ...content) {
    const element = this.#page.createElement(tag);
    element.className = name;
    element.append(...content);
    return element;
  }
}
