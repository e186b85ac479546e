/**
 * One public screen: follows the office and announces its calls one after another.
 *
 * Plain modules, meant for Chromium and Edge from 86, Firefox from 90 and Safari from 15 on.
 */

import { Board } from "./board.js";
import { Calls } from "./calls.js";
import { Clock } from "./clock.js";
import { Media } from "./media.js";
import { Sound } from "./sound.js";
import { Stream } from "./stream.js";

const TICK_MS = 1_000;
const LEAF_MS = 8_000;
const TRYING_MS = 60_000; // for whoever has just switched the screen on

const { source, kept, silenceSeconds, shownSeconds } = document.body.dataset;
const calls = new Calls(Number(kept));
const clock = new Clock();
const board = new Board(document);
const sound = new Sound(document, source);
const media = new Media(document.getElementById("media"), source);
const button = document.getElementById("try-sound");
let current = false;
let currentAt = clock.now();
let announcing = false;
let counter = null; // of a counter's sign: how it stands
let asking = new AbortController();

/** How the office stands now. A television that is no screen of the office any more shows a code again. */
async function ask(signal) {
  const answer = await fetch(`${source}/state`, { cache: "no-store", signal });
  if (answer.status === 401) location.replace("/display");
  if (!answer.ok) throw new Error(`the office answered ${answer.status}`);
  return answer.json();
}

/** Shows the office as it stands now. */
async function catchUp() {
  asking.abort();
  asking = new AbortController();
  const asked = calls.heard;
  const state = await ask(asking.signal);
  clock.set(state.now);
  clock.place(state.timezone);
  calls.adopt(state, clock.now(), asked);
  current = true;
  currentAt = clock.now();
  stands(state.counter ?? null);
  board.waiting(state.lines);
  sound.set(state.sound);
  board.current();
  board.say(state.message ?? null);
  tick();
  announce();
}

/** Announces the next call, and after it has had its time and has been said the one after it. */
async function announce() {
  if (!announcing && current && calls.advance()) {
    announcing = true;
    begin();
    media.makeWay(true);
    show();
    board.announce();
    board.more(calls.waiting);
    const [call] = calls.shown;
    await Promise.all([pause(shownSeconds * 1_000), sound.call(call, () => calls.waiting > 0)]);
    announcing = false;
    show();
    media.makeWay(calls.waiting > 0);
    announce();
  }
  board.more(calls.waiting);
}

/** From here on the screen is in use, and nothing but calls is on it. */
function begin() {
  button.hidden = true;
}

function pause(ms) {
  return new Promise((over) => setTimeout(over, ms));
}

/** The calls as they stand; above a counter only as long as the visitor is expected or served there. */
function show() {
  const ended = counter && !announcing && calls.shown[0]?.number !== counter.number;
  board.show(ended ? [] : calls.shown);
}

/** How the counter below the sign stands now. */
function stands(now) {
  counter = now;
  if (counter) board.sign(counter);
  show();
}

function silent() {
  current = false;
  calls.forget();
  board.more(calls.waiting);
  board.notCurrent(clock.face(currentAt));
  ask().catch(() => {}); // a stream does not tell why it was refused
}

function tick() {
  board.time(clock.face());
}

/** Every event proves that what is shown is current. */
function proving(handle) {
  return (data) => {
    handle(data);
    if (current) currentAt = clock.now();
  };
}

const stream = new Stream(`${source}/events`, silenceSeconds * 1_000, {
  opened: catchUp,
  silent,
  events: {
    call: proving((call) => {
      calls.hear(call);
      announce();
    }),
    gone: proving(({ number }) => {
      const newest = calls.shown[0]?.number;
      if (!calls.takeBack(number) && number === newest) sound.hush();
      catchUp().catch(silent); // the office knows what is shown instead
    }),
    counter: proving(stands),
    waiting: proving((lines) => board.waiting(lines)),
    message: proving((message) => board.say(message)),
    sound: proving(() => sound.test({ hall: true })),
    beat: proving(({ now }) => clock.set(now)),
  },
});
stream.start();
media.start();
setInterval(tick, TICK_MS);
button.addEventListener("click", () => sound.test({ hall: false }));
setTimeout(begin, TRYING_MS);
document.addEventListener("pointerdown", ({ target }) => {
  if (!button.contains(target)) sound.touched();
});
setInterval(() => board.turnLeaf(clock.now()), LEAF_MS);
