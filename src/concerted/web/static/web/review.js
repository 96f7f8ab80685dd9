/* The statement page by keyboard: j k move, a accept, c correct, r reject, u undo, ? help.
   Everything here is also a plain form or link; this file only makes it quick. */
(() => {
  "use strict";

  const said = document.getElementById("said");
  const notes = () => [...document.querySelectorAll(".note[data-number]")].filter((note) => note.offsetParent !== null || note.getClientRects().length);
  let current = null;
  let lastDecided = null;
  let goOn = false;
  let unfolded = null;

  const say = (text) => {
    // A live region speaks only when its text changes: empty it first.
    said.textContent = "";
    window.setTimeout(() => { said.textContent = text; }, 30);
  };

  const passageOf = (note) => document.getElementById("p" + note.dataset.number);

  const unmark = () => {
    document.querySelectorAll(".current").forEach((element) => element.classList.remove("current"));
  };

  const show = (note, { focus = true } = {}) => {
    unmark();
    current = note.dataset.number;
    note.classList.add("current");
    const details = note.querySelector("details");
    // What the keys have unfolded they fold again; what a person has opened stays open.
    if (unfolded && unfolded !== details) unfolded.open = false;
    if (details && !details.open) {
      details.open = true;
      unfolded = focus ? details : null;
    }
    const passage = passageOf(note);
    if (passage) passage.classList.add("current");
    if (focus) {
      const summary = note.querySelector("summary, .queue-head");
      if (summary) summary.focus({ preventScroll: true });
      // The passage in the middle, and on a narrow screen at least the note that has the focus.
      (passage || note).scrollIntoView({ block: "center", inline: "nearest" });
      (summary || note).scrollIntoView({ block: "nearest", inline: "nearest" });
    }
  };

  const currentNote = () => current && document.getElementById("n" + current);

  const move = (step) => {
    const all = notes();
    if (!all.length) return;
    const here = all.findIndex((note) => note.dataset.number === current);
    const next = here === -1 ? (step > 0 ? 0 : all.length - 1) : Math.min(Math.max(here + step, 0), all.length - 1);
    show(all[next]);
  };

  const press = (note, verb) => {
    const button = note && note.querySelector(`[data-verb="${verb}"]`);
    if (!button) return false;
    if (verb === "correct") {
      button.click();
      return true;
    }
    goOn = verb === "accept" || verb === "reject";
    lastDecided = note.dataset.number;
    button.closest("form").requestSubmit(button);
    return true;
  };

  const help = document.getElementById("keys");

  const keys = {
    j: () => move(1),
    k: () => move(-1),
    a: () => press(currentNote(), "accept"),
    c: () => press(currentNote(), "correct"),
    r: () => press(currentNote(), "reject"),
    u: () => {
      const own = currentNote();
      if (press(own, "undo")) return;
      const last = lastDecided && document.getElementById("n" + lastDecided);
      if (last) {
        show(last);
        press(last, "undo");
      }
    },
    "?": () => { if (help && help.showModal) help.showModal(); },
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, select, textarea, dialog[open]")) return;
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  document.addEventListener("click", (event) => {
    const number = event.target.closest(".siglum");
    const place = event.target.closest('a[href^="#p"]');
    const span = event.target.closest(".act, .fact, .passed");
    if (number) {
      const note = document.getElementById(number.hash.slice(1));
      if (note) show(note, { focus: false });
    } else if (place) {
      const note = document.getElementById("n" + place.hash.slice(2));
      if (note) show(note, { focus: false });
    } else if (span && !String(window.getSelection())) {
      const note = document.getElementById("n" + span.id.slice(1));
      if (note) show(note, { focus: true });
    }
    const opener = event.target.closest("[data-opens]");
    if (opener && help && help.showModal) {
      event.preventDefault();
      help.showModal();
    }
  });

  // The mark in the text follows its note: a rejected act loses its line, a corrected one may change its kind.
  const follow = (note) => {
    const passage = passageOf(note);
    if (!passage || !passage.classList.contains("act")) return;
    const kind = [...note.classList].find((name) => name.startsWith("kind-"));
    passage.className = ["act", kind, "act-" + note.dataset.state].join(" ");
  };

  // A fragment came back: say what happened, keep the place, go on to what still awaits review.
  document.body.addEventListener("htmx:afterSettle", (event) => {
    const message = event.detail.xhr && event.detail.xhr.getResponseHeader("Concerted-Said");
    const all = notes();
    const here = all.findIndex((note) => note.dataset.number === current);
    if (here !== -1) {
      follow(all[here]);
      const next = goOn ? all.slice(here + 1).find((note) => note.dataset.state === "proposed") : null;
      if (next) show(next);
      else show(all[here]);
    }
    const wrong = event.target.querySelector && event.target.querySelector("[aria-invalid=true], [autofocus]");
    if (wrong) wrong.focus();
    goOn = false;
    if (message) say(decodeURIComponent(message));
  });

  document.body.addEventListener("htmx:sendError", () => say(said.dataset.failed || ""));
  document.body.addEventListener("htmx:responseError", () => say(said.dataset.failed || ""));

  const start = window.location.hash.match(/^#[np](\d+)$/);
  const first = start && document.getElementById("n" + start[1]);
  if (first) show(first, { focus: false });
})();
