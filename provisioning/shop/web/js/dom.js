// Builds elements, and shows what customers like to read.

/** element("p", { class: "quiet" }, "text", child, ...); attributes that are functions are listeners. */
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      node.addEventListener(name, value);
    } else if (typeof value === "boolean") {
      node.toggleAttribute(name, value);
    } else {
      node.setAttribute(name, value);
    }
  }
  node.append(...children.filter((child) => child !== null));
  return node;
}

/** columns: [title, cell(row), class]; a cell is text or a node. */
export function table(columns, rows) {
  const heads = columns.map(([title, , style = ""]) => element("th", { class: style }, title));
  const lines = rows.map((row) =>
    element("tr", {}, ...columns.map(([, cell, style = ""]) => element("td", { class: style }, cell(row)))));
  return element("div", { class: "scroll" },
    element("table", {}, element("thead", {}, element("tr", {}, ...heads)), element("tbody", {}, ...lines)));
}

export function notice(text) {
  return element("p", { class: "notice", role: "status" }, text);
}

export function problem(error) {
  const reference = error.reference ? element("small", {}, `Reference for our support: ${error.reference}`) : null;
  return element("p", { class: "notice problem", role: "alert" }, error.message, reference);
}

export function quiet(text) {
  return element("p", { class: "quiet" }, text);
}

export function status(text) {
  const names = { PENDING: "in progress", FULFILLED: "fulfilled", CANCELLED: "cancelled", PAID: "paid", OPEN: "open", CREDITED: "credited" };
  const done = ["FULFILLED", "PAID", "CREDITED"].includes(text);
  return element("span", { class: done ? "status done" : "status" }, names[text] ?? text.toLowerCase());
}

export function money(amount, currency = "EUR") {
  return new Intl.NumberFormat("en-GB", { style: "currency", currency }).format(amount);
}

export function count(number) {
  return new Intl.NumberFormat("en-GB").format(number);
}

export function moment(iso) {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" }).format(new Date(iso));
}

export function day(iso) {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" }).format(new Date(`${iso}T00:00:00Z`));
}

/** Runs work while the button is disabled, so that nothing is sent twice. */
export async function busy(button, work) {
  button.disabled = true;
  try {
    await work();
  } finally {
    button.disabled = false;
  }
}
