// What makes pages a little quicker to use; every page works without it.
"use strict";

// A page that only passes on to another sends its form by itself.
document.querySelector("form[data-submits]")?.requestSubmit();
