/**
 * What a screen sounds: the chime, and where it speaks the call after it, in one language after another.
 *
 * Nothing here ever fails or hangs: what does not sound in time is passed over.
 */

const LOAD_MS = 3_000; // for a clip to begin
const LONGEST_MS = 15_000; // for it to end
const NOTHING = () => {};
const TELEVISION = Array.from(crypto.getRandomValues(new Uint32Array(4)), String).join("-");

export class Sound {
  #page;
  #office;
  #languages = [];
  #visitorsOwn = false;
  #silence = NOTHING;
  #round = 0;

  /** `office` is where the screen's clips are. */
  constructor(page, office) {
    this.#page = page;
    this.#office = office;
  }

  /** How it sounds from now on; null leaves everything as it is. */
  set(sound) {
    if (!sound) return;
    this.#languages = sound.languages;
    this.#visitorsOwn = sound.visitors_own;
    for (const id of ["chime", "voice"]) this.#part(id).volume = sound.volume / 100;
  }

  /**
   * Sounds for a call; a screen that speaks is done when all is said. While `hurried()` it is said in one language only:
   * the visitor's, who has to hear it.
   */
  async call({ number, counter, language }, hurried) {
    if (this.#languages.length === 0) {
      this.chime();
      return;
    }
    const own = (this.#visitorsOwn && language) || this.#languages[0];
    const about = { number, counter, television: TELEVISION };
    const clips = [...new Set([...this.#languages, own])].map((one) => this.#clip("call.wav", one, about));
    await this.#sound(clips, (clip) => clip.language === own || !hurried());
  }

  /** Calls nobody and sounds as if: for whoever stands before it, or as one of the `hall`'s. A call goes first. */
  async test({ hall }) {
    if (this.#silence !== NOTHING) return;
    if (this.#languages.length === 0) {
      this.chime();
      return;
    }
    const about = hall ? { television: TELEVISION } : {};
    await this.#sound(this.#languages.map((language) => this.#clip("test.wav", language, about)), () => true);
  }

  chime() {
    return this.#played(this.#part("chime"));
  }

  /** Somebody touched the screen: now the browser lets it sound, and it does unless it is speaking. */
  touched() {
    if (this.#silence === NOTHING) this.chime();
  }

  /** Ends what is being said. */
  hush() {
    this.#round += 1;
    this.#silence();
  }

  async #sound(clips, wanted) {
    const round = ++this.#round;
    const voice = this.#part("voice");
    let loaded = clips.find(wanted);
    voice.src = loaded.url; // it loads while the chime sounds
    await this.chime();
    for (const clip of clips) {
      if (round !== this.#round) return;
      if (!wanted(clip)) continue;
      if (clip !== loaded) voice.src = clip.url;
      loaded = clip;
      if (!(await this.#played(voice))) return; // what is slow for one language is slow for the next
    }
  }

  #clip(name, language, about) {
    return { language, url: `${this.#office}/${name}?${new URLSearchParams({ language, ...about })}` };
  }

  /**
   * Settles when it has sounded or cannot; false when it did not begin in time. Where the browser keeps sound back
   * until someone touches the page, the screen says so.
   */
  #played(audio) {
    this.#silence();
    return new Promise((done) => {
      let limit;
      let over = false;
      const end = (inTime = true) => {
        if (over) return; // a clip given up may still refuse, while the next one sounds
        over = true;
        clearTimeout(limit);
        this.#silence = NOTHING;
        audio.onplaying = audio.onended = audio.onerror = null;
        audio.pause();
        done(inTime);
      };
      limit = setTimeout(end, LOAD_MS, false);
      audio.onplaying = () => {
        clearTimeout(limit);
        limit = setTimeout(end, LONGEST_MS);
        this.#part("quiet").hidden = true;
      };
      audio.onended = audio.onerror = () => end();
      this.#silence = end;
      audio.currentTime = 0;
      audio.play().catch((refusal) => {
        if (refusal.name === "NotAllowedError") this.#part("quiet").hidden = false;
        if (refusal.name !== "AbortError") end();
      });
    });
  }

  #part(id) {
    return this.#page.getElementById(id);
  }
}
