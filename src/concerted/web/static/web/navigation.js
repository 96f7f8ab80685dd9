/* Close an open group of the navigation: by Escape, back on its name, and when the focus or a press goes elsewhere. */
(() => {
  "use strict";

  document.querySelectorAll(".nav details").forEach((group) => {
    group.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !group.open) return;
      group.open = false;
      group.querySelector("summary").focus();
    });
    group.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !group.contains(event.relatedTarget)) group.open = false;
    });
    document.addEventListener("pointerdown", (event) => {
      if (!group.contains(event.target)) group.open = false;
    });
  });
})();
