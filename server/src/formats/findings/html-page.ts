/** How the page of findings looks, on a screen and on paper. */
export const pageStyle = `:root { color-scheme: light dark; --line: #767676; --error: #b00020; --warning: #7a4b00; --info: #0b57a4; }
@media (prefers-color-scheme: dark) { :root { --error: #ff9aa5; --warning: #f2c063; --info: #8fc7ff; } }
body { font-family: system-ui, sans-serif; margin: 2rem; line-height: 1.4; }
form { display: flex; flex-wrap: wrap; gap: 1rem; align-items: end; margin: 1rem 0; }
label { display: grid; gap: 0.2rem; }
input, select { font: inherit; padding: 0.2rem 0.4rem; }
table { border-collapse: collapse; width: 100%; margin: 0.5rem 0 1.5rem; }
caption { text-align: left; font-weight: bold; padding: 0.3rem 0; overflow-wrap: anywhere; }
th, td { border: 1px solid var(--line); padding: 0.3rem 0.6rem; text-align: left; vertical-align: top; }
td { overflow-wrap: anywhere; white-space: pre-line; }
.error { color: var(--error); } .warning { color: var(--warning); } .info { color: var(--info); }
[hidden] { display: none; }
@media print { form { display: none; } tr { break-inside: avoid; } thead { display: table-header-group; } body { margin: 0; } }`;

/** Hides the rows that are not looked for; without it all are there. */
export const pageScript = `'use strict';
const form = document.querySelector('form');
const shown = document.querySelector('output');
function filter() {
  const { text, level, rule } = form.elements;
  const words = text.value.toLowerCase().split(/\\s+/);
  let count = 0;
  for (const table of document.querySelectorAll('table')) {
    const name = table.caption.textContent.toLowerCase();
    let any = false;
    for (const row of table.tBodies[0].rows) {
      const content = name + ' ' + row.textContent.toLowerCase();
      const fits = (level.value === '' || row.dataset.level === level.value)
        && (rule.value === '' || row.dataset.rule === rule.value)
        && words.every((word) => content.includes(word));
      row.hidden = !fits;
      if (fits) { any = true; count += 1; }
    }
    table.hidden = !any;
  }
  shown.value = count + ' shown';
}
if (form) {
  form.hidden = false;
  form.addEventListener('input', filter);
  form.addEventListener('submit', (event) => event.preventDefault());
}`;
