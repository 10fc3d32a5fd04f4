import { get } from "../api.js";
import { count, element, moment, money, problem, status, table } from "../dom.js";

const PAGE_SIZE = 10;
/** The API's pages go back no further; from there on it is asked for the orders before the last one shown. */
const LAST_PAGE = 100;

/** The order history, newest first; #/orders?page=2 or #/orders?before=1234 or #/orders?id=17 */
export async function orders(parameters) {
  const page = Math.max(1, Number.parseInt(parameters.get("page") ?? "1", 10) || 1);
  const id = parameters.get("id");
  const before = parameters.get("before");
  const heading = [
    element("h1", {}, "Orders"),
    element("p", { class: "lead" }, "Everything that was ever ordered here, newest first."),
    lookUp(id),
  ];
  try {
    if (id) {
      return [...heading, await single(id)];
    }
    return [...heading, before ? await older(before) : await history(page)];
  } catch (error) {
    return [...heading, problem(error)];
  }
}

function lookUp(id) {
  const input = element("input", { inputmode: "numeric", pattern: "[0-9]+", required: true, placeholder: "e.g. 219984", value: id ?? "" });
  return element("form", {
    class: "card row",
    submit: (event) => {
      event.preventDefault();
      location.hash = `#/orders?id=${input.value}`;
    },
  }, element("label", {}, "Order number", input), element("button", {}, "Find order"),
  id ? element("a", { href: "#/orders" }, "All orders") : null);
}

async function single(id) {
  const order = await get(`/api/orders/${encodeURIComponent(id)}`);
  return element("section", { class: "card" },
    element("h2", {}, `Order ${order.id} `, status(order.status)),
    element("p", { class: "quiet" }, `Customer ${order.userId}, ${moment(order.createdAt)}`),
    table([
      ["Product", (item) => item.sku],
      ["Quantity", (item) => String(item.quantity), "number"],
      ["Price", (item) => money(item.price), "number"],
      ["Sum", (item) => money(item.price * item.quantity), "number"],
    ], order.items),
    element("p", { class: "number" }, element("strong", {}, `Total ${money(order.total)}`)));
}

function list(orders) {
  return table([
    ["Order", (order) => element("a", { href: `#/orders?id=${order.id}` }, String(order.id))],
    ["Customer", (order) => String(order.userId), "number"],
    ["Ordered", (order) => moment(order.createdAt), "number"],
    ["Total", (order) => money(order.total), "number"],
    ["Status", (order) => status(order.status), "number"],
  ], orders);
}

function go(title, target, disabled = false) {
  return element("button", { class: "plain", disabled, click: () => { location.hash = `#/orders?${target}`; } }, title);
}

function beforeLast(orders) {
  return `before=${orders.at(-1)?.id}`;
}

async function history(page) {
  const answer = await get(`/api/orders?page=${page}&size=${PAGE_SIZE}`);
  const last = Math.max(1, Math.ceil(answer.total / PAGE_SIZE));
  return element("section", { class: "card" },
    list(answer.orders),
    element("div", { class: "pager" },
      go("Newer", `page=${page - 1}`, page <= 1),
      element("span", { class: "quiet" }, `Page ${count(page)} of ${count(last)}, ${count(answer.total)} orders`),
      go("Older", page < LAST_PAGE ? `page=${page + 1}` : beforeLast(answer.orders), page >= last)));
}

async function older(before) {
  const answer = await get(`/api/orders?before=${encodeURIComponent(before)}&size=${PAGE_SIZE}`);
  return element("section", { class: "card" },
    list(answer.orders),
    element("div", { class: "pager" },
      go("Newest", "page=1"),
      element("span", { class: "quiet" }, `Older than order ${before}`),
      go("Older", beforeLast(answer.orders), answer.orders.length < PAGE_SIZE)));
}
