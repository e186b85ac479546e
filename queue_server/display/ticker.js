/** What is said besides calls: it runs through the strip, or stands piece by piece where no motion is wanted. */

const LANGUAGES = ["ar", "en"];
const LEAST_SECONDS = 4;
const RUN_LETTERS = 4; // a second: half as fast as people read, since it moves
const STAND_LETTERS = 8;

export class Ticker {
  #says;
  #still = matchMedia("(prefers-reduced-motion: reduce)");
  #message = null;
  #unsaid = [];
  #wasSaid = false;

  constructor(says) {
    this.#says = says;
    says.addEventListener("animationend", () => this.#sayNext());
  }

  /** Says nothing more of what it said; `message`, or null, is next. */
  say(message) {
    this.#message = message;
    this.#wasSaid = false;
    this.#unsaid = [];
    this.#sayNext();
  }

  /** Begins to say it if there is something that was not said the last time; whether the strip is taken by it. */
  turn(now) {
    if (!this.#says.hidden) return true;
    this.#wasSaid = !this.#wasSaid && this.#message !== null && now < Date.parse(this.#message.until);
    if (!this.#wasSaid) return false;
    const { text } = this.#message;
    this.#unsaid = LANGUAGES.filter((language) => text[language]).map((language) => [language, text[language]]);
    this.#sayNext();
    return true;
  }

  #sayNext() {
    const [language, words] = this.#unsaid.shift() ?? [];
    this.#says.hidden = language === undefined;
    this.#says.parentElement.classList.toggle("saying", !this.#says.hidden);
    if (this.#says.hidden) return;
    const span = document.createElement("span");
    span.lang = language;
    span.className = this.#still.matches ? "still" : "";
    span.textContent = words;
    this.#says.lang = language;
    this.#says.replaceChildren(span);
    if (this.#still.matches) this.#cut(span, language, words);
    const letters = this.#still.matches ? STAND_LETTERS : RUN_LETTERS;
    this.#says.style.setProperty("--seconds", `${LEAST_SECONDS + span.textContent.length / letters}s`);
  }

  /** Leaves of the words what fits into the strip; the rest is said next. */
  #cut(span, language, words) {
    const left = words.split(" ");
    const rest = [];
    while (left.length > 1 && this.#says.scrollWidth > this.#says.clientWidth) {
      rest.unshift(left.pop());
      span.textContent = left.join(" ");
    }
    if (rest.length > 0) this.#unsaid.unshift([language, rest.join(" ")]);
  }
}
