// What fires, and what has fired: a lane per alert, over the same time as the charts.
import { now, over, rules } from "./prometheus.js";
import { clock, element, wholeTimes } from "./dom.js";

const FIRING = 'ALERTS{alertstate="firing"}';
const LANES = 8;

/**
 * All alerts of the window, worst first: [{ name, job, severity, subject, summary, runbook, times: [{ from, to }], firing }, …].
 * Whether one fires now is asked of now: the window's last point may be minutes old.
 */
export async function firings(window, signal) {
  const [past, current] = await Promise.all([over(window, `max_over_time(${FIRING}[$step])`, signal), now(window, FIRING, signal)]);
  const known = past.length + current.length === 0 ? [] : await rules(signal);
  const found = new Map();
  for (const { metric, values } of past) found.set(key(metric), { metric, times: spans(values.map(([at]) => at), window.step), firing: false });
  for (const { metric } of current) {
    const alert = found.get(key(metric)) ?? { metric, times: [{ from: window.end, to: window.end }] };
    found.set(key(metric), { ...alert, firing: true });
  }
  return [...found.values()].map((alert) => described(alert, known)).sort((a, b) =>
    b.firing - a.firing || a.severity.localeCompare(b.severity) || a.times[0].from - b.times[0].from || a.name.localeCompare(b.name));
}

const key = ({ __name__: _, ...labels }) => JSON.stringify(Object.entries(labels).sort());

function described({ metric, times, firing }, known) {
  const { summary = "", runbook = "" } = known.find((rule) => rule.name === metric.alertname)?.annotations ?? {};
  return {
    name: metric.alertname,
    job: metric.job,
    severity: metric.severity ?? "SEV4",
    subject: [metric.journey, metric.server, metric.mountpoint, metric.machine].filter(Boolean).join(" ") || metric.instance || metric.job || "",
    // Summaries use labels only.
    summary: summary.replace(/{{ \$labels\.(\w+) }}/g, (_, label) => metric[label] ?? ""),
    runbook,
    times,
    firing,
  };
}

function spans(moments, step) {
  const spans = [];
  for (const at of moments) {
    const last = spans.at(-1);
    if (last && at - last.to <= step * 1.5) last.to = at;
    else spans.push({ from: at, to: at });
  }
  return spans;
}

/**
 * Draws the strip into its place.
 * @param mine the alerts whose reason is seen on this page
 * @param others named only, where they fire
 */
export function strip(place, mine, others, window) {
  const parts = mine.length === 0 ? [element("p", { class: "calm" }, `No alert fires${others.length === 0 ? "" : " here"}, nor has any in the ${window.name}.`)] : lanes(mine, window);
  const elsewhere = others.filter((alert) => alert.firing).map((alert) => element("li", {}, label(alert)));
  place.replaceChildren(...parts, elsewhere.length > 0 ? element("ul", { class: "elsewhere" }, element("li", { class: "firing" }, "Elsewhere:"), ...elsewhere) : "");
}

function lanes(alerts, window) {
  const firing = alerts.filter((alert) => alert.firing);
  const heading = firing.length === 0
    ? element("p", { class: "calm" }, `No alert fires now. In the ${window.name}:`)
    : element("p", { class: "firing" }, `${firing.length} ${firing.length === 1 ? "alert fires" : "alerts fire"} now`);
  // What fires is never left out.
  const shown = alerts.slice(0, Math.max(LANES, firing.length));
  const rest = alerts.length - shown.length;
  const axis = element("div", { class: "lane axis" }, element("span"),
    element("div", { class: "track" }, ...wholeTimes(window.start, window.end).map((at) => element("time", { style: `left:${percent(at, window)}%` }, clock(at, window)))));
  return [heading, ...shown.map((alert) => lane(alert, window)), rest > 0 ? element("p", { class: "quiet" }, `and ${rest} more`) : "", axis];
}

const label = (alert) => element("a", { class: "name", href: `#${alert.page}`, title: alert.summary },
  element("b", { class: alert.severity }, alert.severity), ` ${alert.name}`, alert.subject && element("small", {}, ` ${alert.subject}`));

function lane(alert, window) {
  const bars = alert.times.map(({ from, to }) => {
    const left = Math.min(99.5, percent(from, window));
    // As wide as a point of the charts, at the least: also what fired once is seen.
    const width = Math.min(100 - left, percent(to + window.step, window) - left);
    return element("i", { class: `bar ${alert.severity}`, style: `left:${left}%;width:${width}%`,
      title: `${clock(from, window)} – ${alert.firing && to === alert.times.at(-1).to ? "now" : clock(to, window)}` });
  });
  return element("div", { class: alert.firing ? "lane now" : "lane" },
    element("div", {}, label(alert), alert.firing && element("p", {}, alert.summary)),
    element("div", {}, alert.firing && element("small", {}, `runbook: ${alert.runbook}`), element("div", { class: "track" }, ...bars)));
}

const percent = (at, window) => Math.max(0, Math.min(100, (100 * (at - window.start)) / (window.end - window.start)));
