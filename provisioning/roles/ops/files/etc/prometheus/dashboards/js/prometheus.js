// Questions to the Prometheus that serves this page. It runs on a small machine: two questions at a time, no more.
const PATIENCE_MS = 20_000;
const AT_ONCE = 2;

/** Prometheus gave no answer at all, or none that is Prometheus' own. */
export class Unreachable extends Error {}

let running = 0;
const waiting = [];

async function inTurn(action) {
  if (running >= AT_ONCE) await new Promise((resume) => waiting.push(resume));
  running++;
  try {
    return await action();
  } finally {
    running--;
    waiting.shift()?.();
  }
}

async function answer(path, parameters, signal) {
  let response;
  try {
    response = await fetch(`../api/v1/${path}?${new URLSearchParams(parameters)}`, {
      signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
    });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new Unreachable(error.name === "TimeoutError" ? `no answer within ${PATIENCE_MS / 1000} s` : "no answer");
  }
  if (response.status === 503) throw new Unreachable("it is still starting");
  const body = await response.json().catch(() => null);
  if (body === null) throw new Unreachable(`an answer that is not its own (${response.status})`);
  if (body.status !== "success") throw new Error(body.error ?? `status ${response.status}`);
  return body.data;
}

const ask = (path, parameters, signal) => inTurn(() => answer(path, parameters, signal));

/** Series over the window: [{ metric, values: [[seconds, text], …] }, …]. */
export async function over(window, query, signal) {
  const data = await ask("query_range", { query: fill(query, window), start: window.start, end: window.end, step: window.step }, signal);
  return data.result;
}

/** Series now: [{ metric, value: [seconds, text] }, …]. */
export async function now(window, query, signal) {
  return (await ask("query", { query: fill(query, window) }, signal)).result;
}

/** Alert rules: [{ name, annotations, … }, …]. */
export async function rules(signal) {
  return (await ask("rules", { type: "alert" }, signal)).groups.flatMap((group) => group.rules);
}

/**
 * Rates look back two minutes (four scrapes), those of what happens once a minute five ($long); over a long time each
 * point looks back as far as the point before it, so that nothing in between is missed. What the rules have computed
 * needs no more than that ($step).
 */
function fill(query, window) {
  const seconds = (least) => `${Math.max(least, window.step)}s`;
  return query.replaceAll("$window", seconds(120)).replaceAll("$long", seconds(300)).replaceAll("$step", seconds(30));
}
