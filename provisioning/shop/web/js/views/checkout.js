import { get, postJson } from "../api.js";
import { busy, element, money, notice, problem, quiet, status, table } from "../dom.js";

const LOOKS = 15;
const LOOK_EVERY_MS = 2000;

/** A basket, and what becomes of the order. */
export async function checkout() {
  const { products } = await get("/api/products");
  const basket = new Map();
  const list = element("div");
  const result = element("div");
  const customer = element("input", { inputmode: "numeric", pattern: "[0-9]+", required: true, placeholder: "e.g. 1204" });
  const order = element("button", {}, "Place order");
  const draw = () => drawBasket(basket, list, order, draw);
  draw();

  const form = element("form", {
    class: "card",
    submit: (event) => {
      event.preventDefault();
      busy(order, async () => {
        try {
          const items = [...basket.values()].map(({ product, quantity }) => ({ sku: product.sku, quantity }));
          const placed = await postJson("/api/orders", { userId: Number(customer.value), items });
          basket.clear();
          follow(placed, result);
        } catch (error) {
          result.replaceChildren(problem(error));
        }
      }).then(draw);
    },
  }, element("h2", {}, "Your order"), result, list, element("label", {}, "Customer number", customer), order);

  return [
    element("h1", {}, "Checkout"),
    element("p", { class: "lead" }, "Choose what you like, we pack it right away."),
    element("div", { class: "columns" }, form, chooser(products, basket, draw)),
  ];
}

function chooser(products, basket, draw) {
  const select = element("select", {},
    ...products.map((product) => element("option", { value: product.sku }, `${product.name}, ${money(product.price)}`)));
  const quantity = element("input", { type: "number", min: "1", max: "100", value: "1", required: true });
  return element("form", {
    class: "card",
    submit: (event) => {
      event.preventDefault();
      const product = products.find(({ sku }) => sku === select.value);
      const before = basket.get(product.sku)?.quantity ?? 0;
      basket.set(product.sku, { product, quantity: Math.min(100, before + Number(quantity.value)) });
      quantity.value = "1";
      draw();
    },
  }, element("h2", {}, "Add to your order"), element("label", {}, "Product", select), element("label", {}, "Quantity", quantity),
  element("button", { class: "plain" }, "Add"));
}

function drawBasket(basket, list, order, draw) {
  const lines = [...basket.values()];
  order.disabled = lines.length === 0;
  if (lines.length === 0) {
    list.replaceChildren(quiet("There is nothing in it yet."));
    return;
  }
  const total = lines.reduce((sum, { product, quantity }) => sum + product.price * quantity, 0);
  list.replaceChildren(
    table([
      ["Product", ({ product }) => product.name],
      ["Quantity", ({ quantity }) => String(quantity), "number"],
      ["Sum", ({ product, quantity }) => money(product.price * quantity), "number"],
      ["", ({ product }) => element("button", {
        class: "plain", type: "button", "aria-label": `Remove ${product.name}`,
        click: () => { basket.delete(product.sku); draw(); },
      }, "Remove"), "number"],
    ], lines),
    element("p", { class: "number" }, element("strong", {}, `Total ${money(total)}`)));
}

/** Shows the order's status until it is fulfilled, or until nobody would go on looking. */
async function follow(placed, result) {
  const state = element("span", {}, status(placed.status));
  const text = notice(`Thank you! Your order ${placed.id} over ${money(placed.total)} is `);
  text.append(state);
  result.replaceChildren(text);
  for (let look = 0; look < LOOKS && result.isConnected; look++) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    try {
      const order = await get(`/api/orders/${placed.id}`);
      state.replaceChildren(status(order.status));
      if (order.status !== "PENDING") {
        return;
      }
    } catch {
      // The order is placed; its status can wait for the next look.
    }
  }
  text.append(element("small", {}, "This takes longer than usual. We are on it; find your order under Orders."));
}
