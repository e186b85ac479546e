/** Pictures and silent films in a place of their own; while a number is called they make way. */

const PICTURE_MS = 12_000;
const LONGEST_MS = 180_000; // for a film, should it never end
const NOTHING_MS = 60_000;
const WRONG_MS = 5_000; // nothing is asked for without end

export class Media {
  #place;
  #source;
  #busy = false;
  #still = matchMedia("(prefers-reduced-motion: reduce)");

  /** `place` is null on a screen without pictures; `source` is where its files are. */
  constructor(place, source) {
    this.#place = place;
    this.#source = source;
  }

  /** Shows one after another, for ever. */
  async start() {
    while (this.#place) {
      const files = await this.#files();
      for (const file of files) await this.#show(file);
      if (files.length === 0) await new Promise((over) => setTimeout(over, NOTHING_MS));
    }
  }

  /** Nothing moves or shines beside a number that is being called. */
  makeWay(busy) {
    this.#busy = busy;
    if (!this.#place) return;
    this.#place.classList.toggle("away", busy);
    const film = this.#place.querySelector("video");
    if (film && busy) film.pause();
    if (film && !busy) film.play().catch(() => {});
  }

  async #files() {
    try {
      const answer = await fetch(`${this.#source}/media`, { cache: "no-store" });
      const { files } = answer.ok ? await answer.json() : { files: [] };
      return files.filter(({ kind }) => kind === "image" || !this.#still.matches);
    } catch {
      return [];
    }
  }

  /** Settles when it has had its time, or cannot be shown. */
  #show({ name, kind }) {
    return new Promise((over) => {
      const shown = document.createElement(kind === "image" ? "img" : "video");
      shown.onerror = () => setTimeout(over, WRONG_MS);
      shown.onended = over;
      setTimeout(over, kind === "image" ? PICTURE_MS : LONGEST_MS);
      if (kind === "image") {
        shown.alt = "";
      } else {
        shown.muted = true;
        shown.playsInline = true;
        shown.autoplay = !this.#busy;
      }
      shown.src = `${this.#source}/media/${encodeURIComponent(name)}`;
      this.#place.replaceChildren(shown);
    });
  }
}
