// The page that holds the API object: it outlives the content, so that nothing depends on how the content goes away.
import { DataModel } from "/player/datamodel.mjs";
import { RuntimeAPI } from "/player/api.mjs";
import { Outbox } from "/player/outbox.mjs";
import { WriteAhead } from "/player/writeahead.mjs";

const state = JSON.parse(document.getElementById("state").textContent);
const status = document.getElementById("status");
const stage = document.getElementById("stage");
const hasShell = window.parent !== window;
const attempt = { activity: state.launch.activity, attempt: state.launch.attempt };
const store = new WriteAhead(state.vault);
let navigation = state.launch.navigation;
let savedAt = null;
let isLeaving = false;

// No value may be longer than what one commit can carry.
state.table.limits.bytes = Math.min(state.table.limits.bytes, 240 * 1024);

const outbox = new Outbox({
  page: state.page, address: new URL("commit", location.href).pathname, attempt, store, drain: () => api.drain(), changed,
});

const api = new RuntimeAPI(new DataModel(state.table), state.launch, {
  wrote: () => outbox.wrote(),
  commit: () => state.async ? outbox.keep() : outbox.saveNow(),
  terminate: () => outbox.end(),
  navigation(request, target) {
    const answer = navigation[request];
    return target === undefined ? answer === true : answer.includes(target);
  },
});

// ---- what the shell hears: how saving stands and that the content is done; scores never

function tell(type, more = {}) {
  if (hasShell) window.parent.postMessage({ type, ...more }, state.shell);
}

function changed({ reply, expired }) {
  if (reply) {
    navigation = reply.navigation ?? navigation;
    savedAt = new Date();
  }
  const waiting = outbox.waiting + api.pending;
  show(waiting);
  tell("saved", { waiting, refused: outbox.refused, stopped: outbox.stopped, acknowledged: reply !== undefined });
  if (expired && outbox.waiting) tell("expired");
  // The content is in the middle of its call: it goes away afterwards.
  if (reply?.moved) setTimeout(() => {
    isLeaving = true;
    stage.replaceChildren();
    tell("moved");
  });
}

function show(waiting) {
  const { words } = state;
  let text = "";
  if (outbox.stopped) text = words[outbox.stopped];
  else if (outbox.waiting) text = (waiting === 1 ? words.waitingOne : words.waiting).replace("{n}", waiting);
  else if (outbox.refused) text = words.refused.replace("{n}", outbox.refused);
  else if (savedAt) text = words.saved.replace("{time}", savedAt.toLocaleTimeString(state.lang));
  if (status.textContent !== text) status.textContent = text;
  status.hidden = hasShell && !outbox.stopped;
}

addEventListener("message", (event) => {
  if (!hasShell || event.source !== window.parent || event.origin !== state.shell) return;
  switch (event.data?.type) {
    case "leave": leave(event.data.discard === true); break;
    case "renew": renew(String(event.data.address)); break;
  }
});

/** Takes the content away, collects its last calls, and says so once they are saved. */
async function leave(discards) {
  if (isLeaving) return;
  isLeaving = true;
  tell("leaving");
  outbox.leave();
  stage.replaceChildren();
  if (discards) outbox.discard();
  else if (api.state === "running") outbox.end();
  await outbox.flush();
  tell("left", { stopped: outbox.stopped });
}

/** A new pass for the same content, after the old one has expired: the content goes on where it is. */
async function renew(address) {
  const at = new URL(address, location.href);
  if (at.origin !== location.origin) return;
  try {
    const answer = await fetch(at, { cache: "no-store" });
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("state");
    if (!answer.ok || !fresh) return;
    const { page, launch } = JSON.parse(fresh.textContent);
    if (launch.activity !== attempt.activity || launch.attempt !== attempt.attempt) return;
    outbox.renew(page, new URL("commit", answer.url).pathname);
  } catch {
    // No network yet: what is unsaved waits, and asks again.
  }
}

// ---- the content

function start() {
  if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(state.href)) {
    status.textContent = state.words.remote.replace("{address}", state.href);
    status.hidden = false;
    return;
  }
  const frame = document.createElement("iframe");
  frame.title = state.title;
  frame.name = "content";
  frame.allow = "fullscreen; autoplay";
  frame.src = `pkg/${state.href}`;
  stage.append(frame);
}

// The page goes away, or into the background, from which browsers may end it without a word.
addEventListener("pagehide", () => { if (!isLeaving) outbox.dismiss(); });
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden" && !isLeaving) outbox.flush();
});

window[state.table.api.object] = api.object;

const left = store.left(attempt);
if (left.length) {
  // An earlier page could not send these: they go first, and the content then starts with them.
  outbox.adopt(left);
  outbox.flush().then(() => location.reload());
} else {
  store.clear();
  start();
  tell("ready");
}
