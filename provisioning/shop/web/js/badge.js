// The promotional badge in the header: the same offer for one visitor during a day.

import { get } from "./api.js";

function visitor() {
  let id = localStorage.getItem("visitor");
  if (!id) {
    id = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, "0")).join("");
    localStorage.setItem("visitor", id);
  }
  return id;
}

/** Without an offer the page is as good, so a failure only leaves the badge out. */
export async function showBadge(place) {
  try {
    const badge = await get(`/api/badge?visitor=${visitor()}`);
    place.textContent = badge.text;
    place.hidden = false;
  } catch {
    place.hidden = true;
  }
}
