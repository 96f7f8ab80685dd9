/* Walk a matrix cell by cell: arrows, Home, End; the tab key enters it once and leaves it. */
(() => {
  "use strict";

  document.querySelectorAll("table[data-walk]").forEach((table) => {
    const rows = [...table.tBodies[0].rows].map((row) => [...row.cells]);
    if (!rows.length) return;
    table.setAttribute("role", "grid");
    table.querySelectorAll("thead, tbody").forEach((part) => part.setAttribute("role", "rowgroup"));
    table.querySelectorAll("tr").forEach((row) => row.setAttribute("role", "row"));
    table.querySelectorAll("thead th").forEach((cell) => cell.setAttribute("role", "columnheader"));
    table.querySelectorAll("tbody th").forEach((cell) => cell.setAttribute("role", "rowheader"));
    table.querySelectorAll("tbody td").forEach((cell) => cell.setAttribute("role", "gridcell"));

    const target = (cell) => cell.querySelector("a") || cell;
    rows.flat().forEach((cell) => { target(cell).tabIndex = -1; });
    target(rows[0][0]).tabIndex = 0;

    table.addEventListener("keydown", (event) => {
      const cell = event.target.closest("th, td");
      const y = rows.findIndex((row) => row.includes(cell));
      if (y === -1) return;
      const x = rows[y].indexOf(cell);
      const forward = getComputedStyle(table).direction === "rtl" ? -1 : 1;
      const steps = {
        ArrowRight: [y, x + forward],
        ArrowLeft: [y, x - forward],
        ArrowDown: [y + 1, x],
        ArrowUp: [y - 1, x],
        Home: [y, 0],
        End: [y, rows[y].length - 1],
      };
      const step = steps[event.key];
      if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
      const next = rows[step[0]] && rows[step[0]][step[1]];
      event.preventDefault();
      if (!next) return;
      target(cell).tabIndex = -1;
      target(next).tabIndex = 0;
      target(next).focus();
      next.scrollIntoView({ block: "nearest", inline: "nearest" });
    });
  });
})();
