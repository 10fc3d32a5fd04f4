// Shows the page that the address names: #/orders?page=3

import { showBadge } from "./badge.js";
import { element, problem, quiet } from "./dom.js";
import { checkout } from "./views/checkout.js";
import { files } from "./views/files.js";
import { invoices } from "./views/invoices.js";
import { orders } from "./views/orders.js";
import { today } from "./views/today.js";

const pages = { today, orders, checkout, invoices, files };
const place = document.getElementById("page");
let visits = 0;

async function show() {
  const [path, query = ""] = location.hash.replace(/^#\/?/, "").split("?");
  const name = Object.hasOwn(pages, path) ? path : "today";
  for (const link of document.querySelectorAll("nav a")) {
    if (link.getAttribute("href") === `#/${name}`) {
      link.setAttribute("aria-current", "page");
    } else {
      link.removeAttribute("aria-current");
    }
  }
  const visit = ++visits;
  const page = element("div");
  place.replaceChildren(page);
  page.append(quiet("Loading…"));
  let content;
  try {
    content = await pages[name](new URLSearchParams(query));
  } catch (error) {
    content = [problem(error)];
  }
  // A slow page must not replace the one that the visitor went on to.
  if (visit === visits) {
    page.replaceChildren(...content);
  }
}

addEventListener("hashchange", show);
show();
showBadge(document.getElementById("badge"));
