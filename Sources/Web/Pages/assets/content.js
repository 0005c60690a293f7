// The page around foreign content: opens it, leaves it in order, and shows at once what its answers changed.
"use strict";

(() => {
  const stage = document.getElementById("stage");
  const launch = document.getElementById("launch");
  const news = document.getElementById("news").dataset;
  const line = document.querySelector("[data-saved]");
  const words = line.querySelector("span");
  const origin = stage.dataset.origin;
  const play = location.pathname;
  let isOpen = false;
  let leaving = null;      // resolves once the learner may go on
  let heardLeft = () => {};
  let refreshing = null;
  let isStale = false;

  function post(type, more = {}) {
    stage.contentWindow.postMessage({ type, ...more }, origin);
  }

  // ---- what the content's page says; none of it is shown as text

  addEventListener("message", (event) => {
    if (event.origin !== origin || event.source !== stage.contentWindow) return;
    const data = Object(event.data);
    switch (data.type) {
      case "saved": saved(data); break;
      case "moved": if (!leaving) location.replace(play); break;
      case "expired": renew(); break;
      case "leaving": case "left": heardLeft(data.type); break;
    }
  });

  function saved({ waiting, refused, stopped, acknowledged }) {
    let [standing, text] = ["saved", news.allSaved];
    if (stopped === "elsewhere" || stopped === "over") [standing, text] = ["refused", news[stopped]];
    else if (Number.isSafeInteger(waiting) && waiting > 0) {
      [standing, text] = ["waiting", (waiting === 1 ? news.waitingOne : news.waiting).replace("{n}", waiting)];
    } else if (refused > 0) [standing, text] = ["refused", news.refused];
    line.dataset.saved = standing;
    line.querySelector("use").setAttribute("href", { saved: "#i-done", waiting: "#i-begun", refused: "#i-failed" }[standing]);
    if (words.textContent !== text) words.textContent = text;
    launch.hidden = stopped !== "elsewhere";
    if (acknowledged) refresh();
  }

  /** A new pass for the content that runs, when the old one has expired or the server was started anew. */
  async function renew() {
    try {
      const body = new URLSearchParams(new FormData(launch));
      body.set("as", "text");
      const answer = await fetch(launch.action, { method: "POST", body });
      if (answer.ok) post("renew", { address: await answer.text() });
    } catch {
      // No network yet; the content's page asks again.
    }
  }

  // ---- what the answers changed

  /** Takes over what the page says now: session, activity, controls, table of contents. */
  function refresh() {
    isStale = refreshing !== null;
    if (isStale) return;
    refreshing = new XMLHttpRequest();
    refreshing.open("GET", play);
    refreshing.responseType = "document";
    refreshing.onloadend = () => {
      const fresh = refreshing.status === 200 ? refreshing.response : null;
      refreshing = null;
      if (fresh && !leaving) take(fresh);
      if (isStale) refresh();
    };
    refreshing.send();
  }

  function take(fresh) {
    const { session, activity } = fresh.body.dataset;
    if (session !== document.body.dataset.session || activity !== document.body.dataset.activity) {
      location.replace(play);
      return;
    }
    for (const part of ["#steps", "form.toc"]) {
      const [here, there] = [document.querySelector(part), fresh.querySelector(part)];
      if (here && there) morph(here, there);
    }
  }

  /** Makes one node like another, touching only what differs, so that focus and places stay. */
  function morph(here, there) {
    if (here.nodeName !== there.nodeName || here.childNodes.length !== there.childNodes.length) {
      here.replaceWith(document.importNode(there, true));
      return;
    }
    if (here.nodeType === Node.TEXT_NODE && here.data !== there.data) here.data = there.data;
    if (here.nodeType === Node.ELEMENT_NODE) {
      for (const { name } of [...here.attributes]) if (!there.hasAttribute(name)) here.removeAttribute(name);
      for (const { name, value } of there.attributes) if (here.getAttribute(name) !== value) here.setAttribute(name, value);
    }
    [...here.childNodes].forEach((child, place) => morph(child, there.childNodes[place]));
  }

  // ---- leaving: the content goes first, its last answers are saved, then the learner goes on

  /** Resolves once nothing of the content is unsaved, or when its page does not answer. */
  function leave(discard) {
    if (!isOpen) return Promise.resolve();
    return leaving ??= new Promise((resolve) => {
      const silence = setTimeout(resolve, 3000);
      heardLeft = (word) => {
        clearTimeout(silence);
        if (word === "left") resolve();
      };
      post("leave", { discard });
    });
  }

  document.addEventListener("submit", (event) => {
    const { target: form, submitter: button } = event;
    if (!isOpen || form === launch || form.target === "_blank") return;
    event.preventDefault();
    leave(button?.value.startsWith("abandon") === true).then(() => {
      isOpen = false;
      form.requestSubmit(button);
    });
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!isOpen || !link || link.target || link.hash || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    leave(false).then(() => { location.href = link.href; });
  });

  // Another window, or another program, may have gone on meanwhile.
  addEventListener("focus", refresh);

  // The form of the page opens the content; where scripts run, it need not be pressed.
  launch.addEventListener("submit", () => {
    launch.hidden = true;
    isOpen = true;
  });
  launch.requestSubmit();
})();
