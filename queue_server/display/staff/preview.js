/** Shows a layout as soon as something about it is chosen, and marks the lines to copy when they are touched. */

const form = document.getElementById("form");
const lines = document.getElementById("lines");

form.addEventListener("change", () => form.submit());
if (lines) lines.addEventListener("focus", () => lines.select());
