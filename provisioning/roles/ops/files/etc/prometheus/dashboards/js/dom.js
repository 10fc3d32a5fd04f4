// Small helpers for the page.

/** An element with attributes and content; whatever is empty is left out. */
export function element(name, attributes = {}, ...content) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value) made.setAttribute(key, value);
  made.append(...content.filter((part) => part !== "" && part !== false && part !== undefined && part !== null));
  return made;
}

/** A moment in seconds as the reader's clock shows it, with the day where the window is longer than one. */
export function clock(at, window) {
  const moment = new Date(at * 1000);
  const time = moment.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  return window.end - window.start > 86_400 ? `${moment.toLocaleDateString("en-GB", { weekday: "short" })} ${time}` : time;
}

/** Some whole minutes or hours of the reader's clock between two moments, in seconds. */
export function wholeTimes(from, to) {
  const steps = [60, 120, 300, 600, 900, 1800, 3600, 7200, 21_600, 43_200];
  const step = steps.find((candidate) => (to - from) / candidate <= 7) ?? 86_400;
  const offset = new Date(from * 1000).getTimezoneOffset() * 60;
  const times = [];
  for (let at = Math.ceil((from - offset) / step) * step + offset; at <= to; at += step) times.push(at);
  return times;
}
