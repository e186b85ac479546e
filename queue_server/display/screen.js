/**
 * One public screen: follows the office and announces its calls one after another.
 *
 * Plain modules, meant for Chromium and Edge from 86, Firefox from 90 and Safari from 15 on.
 */

import { Board } from "./board.js";
import { Calls } from "./calls.js";
import { Clock } from "./clock.js";
import { Stream } from "./stream.js";

const TICK_MS = 1_000;
const LEAF_MS = 8_000;

const { screen, silenceSeconds, shownSeconds } = document.body.dataset;
const office = `/display/${encodeURIComponent(screen)}`;
const calls = new Calls();
const clock = new Clock();
const board = new Board(document);
let current = false;
let currentAt = clock.now();
let announcing = false;
let asking = new AbortController();

/** Shows the office as it stands now. */
async function catchUp() {
  asking.abort();
  asking = new AbortController();
  const asked = calls.heard;
  const answer = await fetch(`${office}/state`, { cache: "no-store", signal: asking.signal });
  if (!answer.ok) throw new Error(`the office answered ${answer.status}`);
  const state = await answer.json();
  clock.set(state.now);
  clock.place(state.timezone);
  calls.adopt(state, clock.now(), asked);
  current = true;
  currentAt = clock.now();
  board.show(calls.shown);
  board.waiting(state.lines);
  board.current();
  board.say(state.message ?? null);
  tick();
  announce();
}

/** Announces the next call, and after it has had its time the one after it. */
function announce() {
  if (announcing || !current || !calls.advance()) return;
  announcing = true;
  board.show(calls.shown);
  board.announce();
  setTimeout(() => {
    announcing = false;
    announce();
  }, shownSeconds * 1_000);
}

function silent() {
  current = false;
  calls.forget();
  board.notCurrent(clock.face(currentAt));
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

const stream = new Stream(`${office}/events`, silenceSeconds * 1_000, {
  opened: catchUp,
  silent,
  events: {
    call: proving((call) => {
      calls.hear(call);
      announce();
    }),
    gone: proving(({ number }) => {
      calls.takeBack(number);
      catchUp().catch(silent); // the office knows what is shown instead
    }),
    waiting: proving((lines) => board.waiting(lines)),
    message: proving((message) => board.say(message)),
    beat: proving(({ now }) => clock.set(now)),
  },
});
stream.start();
setInterval(tick, TICK_MS);
setInterval(() => board.turnLeaf(clock.now()), LEAF_MS);
