// What makes pages a little quicker to use; every page works without it.
"use strict";

// A page that only passes on to another sends its form by itself.
document.querySelector("form[data-submits]")?.requestSubmit();

// What was sent is not saved before the next page says so.
document.addEventListener("submit", (event) => {
  const state = document.querySelector("[data-saved]");
  if (!state || event.target.method !== "post" || event.target.target) return;
  state.dataset.saved = "waiting";
  state.querySelector("span").textContent = state.dataset.waiting;
});

// A page that the browser kept is shown as it is on the server now.
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
