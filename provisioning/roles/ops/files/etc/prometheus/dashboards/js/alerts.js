// What fires, and what has fired: a lane per alert, over the same time as the charts.
import { now, over, rules } from "./prometheus.js";
import { clock, element } from "./dom.js";

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

/** Draws the strip into its place. @param pageOf the page on which an alert's reason is seen, */
export function strip(place, alerts, window, pageOf) {
  const firing = alerts.filter((alert) => alert.firing);
  if (alerts.length === 0) {
    place.replaceChildren(element("p", { class: "calm" }, `No alert fires, nor has any fired in the ${window.name}.`));
    return;
  }
  const heading = firing.length === 0
    ? element("p", { class: "calm" }, `No alert fires now. In the ${window.name}:`)
    : element("p", { class: "firing" }, `${firing.length} ${firing.length === 1 ? "alert fires" : "alerts fire"} now`);
  // What fires is never left out.
  const lanes = alerts.slice(0, Math.max(LANES, firing.length)).map((alert) => lane(alert, window, pageOf(alert)));
  const rest = alerts.length - lanes.length;
  const axis = element("div", { class: "lane axis" }, element("span"),
    element("div", { class: "track" }, ...ticks(window).map((at) => element("time", { style: `left:${percent(at, window)}%` }, clock(at, window)))));
  place.replaceChildren(heading, ...lanes, ...(rest > 0 ? [element("p", { class: "quiet" }, `and ${rest} more`)] : []), axis);
}

function lane(alert, window, page) {
  const name = element("a", { class: "name", href: `#${page}`, title: alert.summary },
    element("b", { class: alert.severity }, alert.severity), ` ${alert.name}`, alert.subject && element("small", {}, ` ${alert.subject}`));
  const bars = alert.times.map(({ from, to }) => {
    const left = percent(from, window);
    // As wide as a point of the charts, at the least: also what fired once is seen.
    const width = Math.min(100 - left, percent(to + window.step, window) - left);
    return element("i", { class: `bar ${alert.severity}`, style: `left:${left}%;width:${width}%`,
      title: `${clock(from, window)} – ${alert.firing && to === alert.times.at(-1).to ? "now" : clock(to, window)}` });
  });
  return element("div", { class: alert.firing ? "lane now" : "lane" },
    element("div", {}, name, alert.firing && element("p", { class: "summary" }, alert.summary, element("small", {}, ` ${alert.runbook}`))),
    element("div", { class: "track" }, ...bars));
}

const percent = (at, window) => Math.max(0, Math.min(100, (100 * (at - window.start)) / (window.end - window.start)));

const ticks = (window) => [0.05, 0.275, 0.5, 0.725, 0.95].map((part) => window.start + part * (window.end - window.start));
