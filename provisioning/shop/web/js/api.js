// Talks to the shop's API. It has a host name of its own, on the port this page came from.

const base = `${location.protocol}//api.localhost${location.port ? `:${location.port}` : ""}`;
const PATIENCE_MS = 30_000;

/** What a customer is told. `reference` helps support to find the request; it may be missing. */
export class ShopError extends Error {
  constructor(message, reference) {
    super(message);
    this.reference = reference;
  }
}

const WENT_WRONG = "Something went wrong. Please try again in a moment.";

export function get(path) {
  return send("GET", path);
}

export function postJson(path, value) {
  return send("POST", path, { body: JSON.stringify(value), headers: { "Content-Type": "application/json" } });
}

export function postFile(path, file) {
  return send("POST", path, {
    body: file,
    headers: { "Content-Type": "application/octet-stream", "X-File-Name": encodeURIComponent(file.name) },
    patience: 10 * PATIENCE_MS,
  });
}

export function remove(path) {
  return send("DELETE", path);
}

export function address(path) {
  return base + path;
}

async function send(method, path, { body, headers, patience = PATIENCE_MS } = {}) {
  let response;
  try {
    response = await fetch(base + path, {
      method, body, headers, credentials: "include", signal: AbortSignal.timeout(patience),
    });
  } catch {
    throw new ShopError(WENT_WRONG);
  }
  if (response.status === 204) {
    return null;
  }
  let answer;
  try {
    answer = await response.json();
  } catch {
    throw new ShopError(WENT_WRONG);
  }
  if (!response.ok) {
    // The API's own sentence is fit for customers where it is about what they asked for; else support must look.
    throw response.status < 500 && answer.error
      ? new ShopError(`${answer.error}.`)
      : new ShopError(WENT_WRONG, answer.requestId);
  }
  return answer;
}
