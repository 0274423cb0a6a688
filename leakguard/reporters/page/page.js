
"use strict";
// Shows the rows that fit every filter, and tells how many they are.
(() => {
  const form = document.querySelector("form");
  if (!form) return;
  const search = document.getElementById("search");
  const shown = document.getElementById("shown");
  const facets = ["severity", "rule", "file", "age"].filter((it) => document.getElementById(it));
  const selects = Object.fromEntries(facets.map((name) => [name, document.getElementById(name)]));
  const bars = [...document.querySelectorAll("button[data-facet]")];
  const rows = [...document.querySelectorAll("tbody tr")].map((row) => (
    { row, text: row.textContent.toLowerCase() }
  ));

  function update() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const { row, text } of rows) {
      const fits = words.every((word) => text.includes(word)) && facets.every(
        (name) => !selects[name].value || selects[name].value === row.dataset[name],
      );
      row.hidden = !fits;
      count += fits;
    }
    for (const bar of bars) {
      const pressed = selects[bar.dataset.facet].value === bar.dataset.value;
      bar.setAttribute("aria-pressed", String(pressed));
    }
    shown.value = `${count} of ${rows.length} shown`;
  }

  for (const bar of bars) {
    bar.addEventListener("click", () => {
      const select = selects[bar.dataset.facet];
      select.value = select.value === bar.dataset.value ? "" : bar.dataset.value;
      update();
    });
  }
  form.addEventListener("input", update);
  form.addEventListener("reset", () => setTimeout(update));
  form.addEventListener("submit", (event) => event.preventDefault());
  update();
})();
