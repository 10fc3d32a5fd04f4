// The page: which dashboard, over which time, and when to ask again. Nothing is asked while nobody looks.
import { firings, strip } from "./alerts.js";
import { ChartPanel } from "./charts.js";
import { element } from "./dom.js";
import { Unreachable, now } from "./prometheus.js";
import { UNITS } from "./units.js";

const EVERY_MS = 30_000;
const POINTS = 120;
const OVERVIEW = "overview";

const at = (id) => document.getElementById(id);
const links = [...document.querySelectorAll("#pages a")].map((link) => ({ name: link.hash.slice(1), title: link.textContent, link }));
const dark = matchMedia("(prefers-color-scheme: dark)");

let book;          // all pages
let page;          // what is shown: { name, title, lead, jobs, stats, panels, cards }
let visit;         // aborts what was asked for the page before
let timer;
let answered;      // when Prometheus last answered

/** From the address: #name, or #name?minutes=60. */
function wanted() {
  const [name, parameters] = location.hash.slice(1).split("?");
  const minutes = Number(new URLSearchParams(parameters).get("minutes"));
  return { name: name || OVERVIEW, minutes: [...at("range").options].some((option) => Number(option.value) === minutes) ? minutes : 30 };
}

function timeWindow() {
  const option = at("range").selectedOptions[0];
  const length = Number(option.value) * 60;
  const step = Math.max(15, Math.ceil(length / POINTS / 15) * 15);
  // At whole steps, so that a line does not dance when it is drawn again; but no more than a minute old.
  const grid = Math.min(step, 60);
  const end = Math.floor(Date.now() / 1000 / grid) * grid;
  return { start: end - length, end, step, name: option.textContent };
}

/** All of them, since each alert leads to the page that it is on: { name: page }. */
async function load() {
  const names = [OVERVIEW, ...links.map(({ name }) => name)];
  return Object.fromEntries(await Promise.all(names.map(async (name) => {
    const response = await fetch(`pages/${name}.json`).catch(() => { throw new Unreachable("no answer"); });
    if (!response.ok) throw new Error(`The dashboard '${name}' cannot be read (status ${response.status}).`);
    return [name, { name, ...(await response.json()) }];
  })));
}

/** Where an alert's reason is seen. One that is about several programs is on several pages: then on that of its program. */
function pageOf(alert) {
  const candidates = Object.values(book).filter((one) => one.alerts?.includes(alert.name));
  return (candidates.find((one) => one.jobs.split("|").includes(alert.job)) ?? candidates[0])?.name ?? "";
}

async function open() {
  visit?.abort();
  const own = (visit = new AbortController());
  clearTimeout(timer);
  const { name, minutes } = wanted();
  at("range").value = minutes;
  if (page?.name !== name) {
    for (const panel of [...ChartPanel.all]) panel.destroy();
    for (const id of ["alerts", "targets", "stats", "charts"]) at(id).replaceChildren();
    page = undefined;
    try {
      book ??= await load();
      if (own.signal.aborted) return;
      at("title").textContent = at("lead").textContent = "";
      if (!(name in book)) throw new Error(`There is no dashboard '${name}'. Choose one above.`);
      show(book[name]);
    } catch (error) {
      if (!own.signal.aborted) unwell(error);
      if (error instanceof Unreachable) timer = setTimeout(open, EVERY_MS);
      return;
    }
  }
  scrollTo(0, 0);
  await refresh();
}

function show(loaded) {
  document.title = `${loaded.title} · Shop dashboards`;
  at("title").textContent = loaded.title;
  at("lead").textContent = loaded.lead;
  for (const { name, link } of links) name === loaded.name ? link.setAttribute("aria-current", "page") : link.removeAttribute("aria-current");
  loaded.panels = (loaded.charts ?? []).map((spec) => new ChartPanel(spec));
  // The overview is made of the others' most telling number and chart.
  loaded.cards = loaded.name === OVERVIEW ? links.map(({ name, title }) => ({ name, title, page: book[name] })) : [];
  for (const card of loaded.cards) {
    card.state = element("p", { class: "state" }, " ");
    card.number = tile(card.page.stats[0]);
    card.chart = new ChartPanel(card.page.charts[0], true);
    card.node = element("article", { class: "card" }, element("h2", {}, element("a", { href: `#${card.name}`, title: card.page.lead }, card.title)),
      card.number.node, card.chart.node, card.state);
  }
  loaded.tiles = (loaded.stats ?? []).map(tile);
  at("stats").replaceChildren(...loaded.tiles.map(({ node }) => node));
  at("charts").className = loaded.cards.length > 0 ? "cards" : "";
  at("charts").replaceChildren(...loaded.cards.map(({ node }) => node), ...loaded.panels.map(({ node }) => node));
  page = loaded;
}

async function refresh() {
  clearTimeout(timer);
  if (document.hidden || !page) return;
  const { signal } = visit;
  const window = timeWindow();
  try {
    if (typeof Chart === "undefined") throw new Error("The charting library (library/chart.umd.min.js) does not come.");
    const [alerts, ups] = await Promise.all([firings(window, signal), now(window, "up", signal)]);
    if (signal.aborted) return;
    for (const alert of alerts) alert.page = pageOf(alert);
    const mine = alerts.filter((alert) => page.name === OVERVIEW || alert.page === page.name);
    if (ups.length > 0) strip(at("alerts"), mine, alerts.filter((alert) => !mine.includes(alert)), window);
    else at("alerts").replaceChildren(element("p", {}, "Prometheus has not measured anything yet. That no alert fires says nothing."));
    if (page.jobs) targets(ups);
    for (const panel of page.panels) panel.shade(mine.flatMap(({ times }) => times));
    for (const card of page.cards) announce(card, alerts.filter((alert) => alert.page === card.name), ups.length > 0);
    await Promise.all([
      ...[...page.tiles, ...page.cards.map(({ number }) => number)].map((one) => count(one, window, signal)),
      ...[...page.panels, ...page.cards.map(({ chart }) => chart)].map((panel) => panel.refresh(window, signal)),
    ]);
    if (signal.aborted) return;
    answered = new Date();
    well();
  } catch (error) {
    if (signal.aborted) return;
    unwell(error);
  }
  timer = setTimeout(refresh, EVERY_MS);
}

function announce(card, alerts, measured) {
  const firing = alerts.filter((alert) => alert.firing);
  card.chart.shade(alerts.flatMap(({ times }) => times));
  card.node.classList.toggle("firing", firing.length > 0);
  card.state.textContent = firing.length === 0 ? (measured ? "no alert" : "") : [...new Set(firing.map(({ name }) => name))].join(", ");
}

function tile(spec) {
  const value = element("b", {}, "…");
  return { spec, value, node: element("div", { class: "tile", title: spec.note }, element("span", {}, spec.title), value) };
}

async function count({ spec, value, node }, window, signal) {
  let text = "no data";
  let bad = false;
  try {
    const [series] = await now(window, spec.query, signal);
    const number = Number(series?.value[1]);
    if (series && Number.isFinite(number)) {
      text = UNITS[spec.unit](number);
      bad = ("above" in spec && number > spec.above) || ("below" in spec && number < spec.below);
    }
  } catch (error) {
    if (error instanceof Unreachable || signal.aborted) throw error;
    text = "refused";
    node.title = error.message;
  }
  value.textContent = text;
  node.classList.toggle("bad", bad);
  node.classList.toggle("none", text === "no data");
}

/** Whether the programs that the page is about answer Prometheus: a chart without data is no proof that all is well. */
function targets(ups) {
  const jobs = page.jobs.split("|");
  const pills = ups
    .filter(({ metric }) => jobs.includes(metric.job))
    .map(({ metric, value }) => ({ name: `${metric.job} ${metric.instance.replace(".shop.internal", "")}`, up: value[1] === "1" }))
    .sort((a, b) => a.name.localeCompare(b.name))
    .map(({ name, up }) => element("span", { class: up ? "pill" : "pill down", title: up ? "answers Prometheus" : "does not answer Prometheus" }, up ? name : `${name} does not answer`));
  at("targets").replaceChildren(...(pills.length > 0 ? ["Measured by", ...pills] : ["Prometheus has not yet heard of what is shown here."]));
}

function well() {
  at("trouble").hidden = true;
  document.body.classList.remove("stale");
  at("refreshed").textContent = `as of ${answered.toLocaleTimeString("en-GB")}, every ${EVERY_MS / 1000} s while you look`;
}

function unwell(error) {
  const trouble = at("trouble");
  trouble.hidden = false;
  if (!(error instanceof Unreachable)) {
    trouble.textContent = error.message;
    return;
  }
  trouble.textContent = `Prometheus (${location.host}) cannot be asked: ${error.message}. `
    + (answered ? `Nothing here is newer than ${answered.toLocaleTimeString("en-GB")}. ` : "") + `It is asked again every ${EVERY_MS / 1000} s.`;
  document.body.classList.add("stale");
  at("refreshed").textContent = "";
}

at("range").addEventListener("change", () => { location.hash = `${wanted().name === OVERVIEW ? "" : wanted().name}?minutes=${at("range").value}`; });
addEventListener("hashchange", open);
document.addEventListener("visibilitychange", () => { if (!document.hidden) (page ? refresh : open)(); });
document.addEventListener("pointerleave", () => ChartPanel.point(null));
dark.addEventListener("change", refresh);
// The time that was chosen goes along to the next page.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.('a[href^="#"]');
  if (!link || link.hash.includes("?") || at("range").value === "30") return;
  event.preventDefault();
  location.hash = `${link.hash.slice(1)}?minutes=${at("range").value}`;
});
open();
