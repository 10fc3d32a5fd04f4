import { get } from "../api.js";
import { count, day, element, money, problem, quiet, status, table } from "../dom.js";

/** The API answers with no more than these. */
const MOST_FOUND = 50;

const kinds = {
  customer: ["Customer reference", "C-000042"],
  purchaseOrder: ["Purchase order", "PO-2026-0012345"],
  sequence: ["Invoice or credit note number", "4150000 or CN-000017"],
};

/** The invoice search; #/invoices?customer=C-000042 */
export async function invoices(parameters) {
  const by = Object.keys(kinds).find((kind) => parameters.get(kind)) ?? "customer";
  const term = parameters.get(by) ?? "";
  const page = [
    element("h1", {}, "Invoices"),
    element("p", { class: "lead" }, "Find invoices and credit notes."),
    search(by, term),
  ];
  if (!term) {
    return page;
  }
  try {
    const answer = await get(`/api/invoices?${by}=${encodeURIComponent(term)}`);
    return [...page, found(answer)];
  } catch (error) {
    return [...page, problem(error)];
  }
}

function search(by, term) {
  const select = element("select", {},
    ...Object.entries(kinds).map(([kind, [title]]) => element("option", { value: kind, selected: kind === by }, title)));
  const input = element("input", { required: true, maxlength: "40", value: term });
  const hint = () => { input.placeholder = `e.g. ${kinds[select.value][1]}`; };
  select.addEventListener("change", hint);
  hint();
  return element("form", {
    class: "card row",
    submit: (event) => {
      event.preventDefault();
      location.hash = `#/invoices?${select.value}=${encodeURIComponent(input.value.trim())}`;
    },
  }, element("label", {}, "Search by", select), element("label", {}, "Number", input), element("button", {}, "Search"));
}

function title(number) {
  if (number === MOST_FOUND) {
    return `The newest ${count(number)} invoices`;
  }
  return number === 1 ? "1 invoice" : `${count(number)} invoices`;
}

function found(answer) {
  if (answer.count === 0) {
    return element("section", { class: "card" }, quiet("No invoice was found. Please check the number."));
  }
  return element("section", { class: "card" },
    element("h2", {}, title(answer.count)),
    table([
      ["Number", (invoice) => invoice.sequenceNumber],
      ["Customer", (invoice) => invoice.customerReference],
      ["Purchase order", (invoice) => invoice.purchaseOrder ?? "–"],
      ["Issued", (invoice) => day(invoice.issuedOn), "number"],
      ["Amount", (invoice) => money(invoice.amountCents / 100, invoice.currency), "number"],
      ["Status", (invoice) => status(invoice.status), "number"],
    ], answer.invoices));
}
