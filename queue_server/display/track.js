/**
 * Keeps the visitor's own page current, and rings when the visitor is called.
 *
 * For old telephones too: ECMAScript 5, no modules. Where there is no EventSource the page is asked for again now and
 * then; where there are no scripts at all it does that by itself.
 */
(function () {
  "use strict";

  var SILENCE_MS = 40000; // the server says something every 15 s
  var LOOK_MS = 5000;
  var now = document.getElementById("now");
  var said = document.getElementById("said");
  var lost = document.getElementById("lost");
  var asOf = document.getElementById("as-of");
  var bell = document.getElementById("bell");
  var rings = document.getElementById("rings");
  var number = document.title.split(" · ")[0];
  var rung = now.getAttribute("data-bell");
  var heardAt = Date.now();
  var chime = null;
  var source = null;
  var over = false;

  function byNow() {
    heardAt = Date.now();
    lost.hidden = true;
  }

  /** Let those who hear the page hear it, and at once when they are called. */
  function tell(text, urgent) {
    said.setAttribute("aria-live", urgent ? "assertive" : "polite");
    said.textContent = text;
  }

  function show(visit) {
    var held = document.activeElement && document.activeElement.id;
    now.innerHTML = visit.html;
    document.title = visit.title;
    var again = held && document.getElementById(held);
    if (again && again !== document.activeElement) again.focus();
    tell(document.getElementById("news").textContent, visit.bell && visit.bell !== "next");
    if (visit.bell && visit.bell !== rung) ring();
    rung = visit.bell;
    if (!visit.on) end();
  }

  function ahead(text) {
    document.getElementById("news").textContent = text;
    document.title = number + " · " + text;
    tell(text, false);
  }

  /** Nothing more can happen. */
  function end() {
    over = true;
    source.close();
    bell.hidden = rings.hidden = true;
    asOf.parentNode.hidden = true;
  }

  function ring() {
    if (!chime) return; // browsers ring only where somebody has touched the page
    chime.currentTime = 0;
    var played = chime.play();
    if (played && played.then) played.then(null, function () {});
    if (navigator.vibrate) navigator.vibrate([400, 200, 400, 200, 800]);
  }

  /** The page stays lit, where the telephone allows it. */
  function stayAwake() {
    if (chime && navigator.wakeLock && document.visibilityState === "visible") {
      navigator.wakeLock.request("screen").then(null, function () {});
    }
  }

  function follow() {
    if (source) source.close();
    source = new EventSource(now.getAttribute("data-events"));
    var mine = source;
    source.addEventListener("visit", function (event) {
      byNow();
      show(JSON.parse(event.data));
    });
    source.addEventListener("ahead", function (event) {
      byNow();
      ahead(event.data);
    });
    source.addEventListener("beat", function (event) {
      byNow();
      asOf.textContent = event.data;
    });
    source.addEventListener("gone", function () {
      location.reload();
    });
    source.onerror = function () {
      if (mine === source && mine.readyState === 2) setTimeout(lookAgain, 5000 + Math.random() * 5000);
    };
  }

  /** The server would not be followed: the link is over, or the server is away. */
  function lookAgain() {
    if (over) return;
    var request = new XMLHttpRequest();
    request.open("GET", location.href);
    request.onload = function () {
      if (request.status === 200) follow();
      else if (request.status === 404) location.reload();
      else setTimeout(lookAgain, 10000);
    };
    request.onerror = function () {
      setTimeout(lookAgain, 10000);
    };
    request.send();
  }

  if (!window.EventSource) {
    setTimeout(function () {
      location.reload();
    }, now.getAttribute("data-refresh") * 1000);
    return;
  }

  follow();
  setInterval(function () {
    if (over || Date.now() - heardAt < SILENCE_MS) return;
    lost.hidden = false;
    heardAt = Date.now() - SILENCE_MS / 2; // try again, though not at every look
    follow();
  }, LOOK_MS);
  document.addEventListener("visibilitychange", function () {
    stayAwake();
    if (!over && document.visibilityState === "visible" && Date.now() - heardAt > SILENCE_MS / 2) follow();
  });

  bell.hidden = false;
  bell.onclick = function () {
    chime = new Audio("/display/static/chime.wav");
    ring();
    stayAwake();
    bell.setAttribute("aria-pressed", "true");
    bell.hidden = true;
    rings.hidden = false;
    tell(rings.textContent, false);
  };
})();
