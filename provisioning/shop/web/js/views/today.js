import { get, postJson } from "../api.js";
import { busy, count, day, element, moment, notice, problem, quiet, table } from "../dom.js";

/** Users created today, and a form to become one. */
export async function today() {
  const list = element("section", { class: "card" });
  await refresh(list);
  return [
    element("h1", {}, "Welcome"),
    element("p", { class: "lead" }, "Things for the house, made to be kept. See who joined us today, or join yourself."),
    element("div", { class: "columns" }, list, signUp(list)),
  ];
}

async function refresh(list) {
  try {
    const answer = await get("/api/users/today");
    const people = answer.count === 1 ? "1 new customer" : `${count(answer.count)} new customers`;
    list.replaceChildren(
      element("h2", {}, `${people} today, ${day(answer.date)}`),
      answer.users.length === 0
        ? quiet("Nobody yet. Will you be the first?")
        : table([
            ["Name", (user) => user.name],
            ["Customer number", (user) => String(user.id), "number"],
            ["Joined", (user) => moment(user.createdAt), "number"],
          ], answer.users));
  } catch (error) {
    list.replaceChildren(element("h2", {}, "New customers today"), problem(error));
  }
}

function signUp(list) {
  const name = element("input", { name: "name", required: true, maxlength: "100", autocomplete: "name" });
  const email = element("input", { name: "email", type: "email", required: true, maxlength: "100", autocomplete: "email" });
  const button = element("button", {}, "Join");
  const result = element("div");
  const form = element("form", {
    submit: (event) => {
      event.preventDefault();
      busy(button, async () => {
        try {
          const user = await postJson("/api/users", { name: name.value, email: email.value });
          form.reset();
          result.replaceChildren(notice(`Welcome, ${user.name}. Your customer number is ${user.id}.`));
          await refresh(list);
        } catch (error) {
          result.replaceChildren(problem(error));
        }
      });
    },
  }, element("label", {}, "Name", name), element("label", {}, "E-mail", email), button);
  return element("section", { class: "card" }, element("h2", {}, "Become a customer"), result, form);
}
