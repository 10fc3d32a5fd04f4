// What fires, and what has fired: a lane per alert, over the same time as the charts.
import { over, rules } from "./prometheus.js";
import { clock, element } from "./dom.js";

const FIRING = 'max by (alertname, severity, machine, instance, journey, server, mountpoint, job) (ALERTS{alertstate="firing"})';
const LANES = 8;

/** Times of all alerts: [{ name, severity, subject, page, summary, times: [{ from, to }], firing }, …], worst first. */
export async function firings(window, signal) {
  const series = await over(window, FIRING, signal);
  const known = series.length === 0 ? [] : await rules(signal);
  const found = series.map(({ metric, values }) => {
    const annotations = known.find((rule) => rule.name === metric.alertname)?.annotations ?? {};
    const times = spans(values.map(([at]) => at), window.step);
    return {
      name: metric.alertname,
      severity: metric.severity ?? "SEV4",
      subject: subject(metric),
      page: (annotations.dashboard ?? "").split("#")[1] ?? "",
      runbook: annotations.runbook ?? "",
      times,
      firing: times.at(-1).to >= window.end - window.step,
    };
  });
  return found.sort((a, b) => b.firing - a.firing || a.severity.localeCompare(b.severity) || a.times[0].from - b.times[0].from);
}

function subject(metric) {
  const words = [metric.journey, metric.server, metric.mountpoint, metric.machine].filter(Boolean);
  return words.join(" ") || metric.instance || metric.job || "";
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

/** Draws the strip into its place. */
export function strip(place, alerts, window) {
  const firing = alerts.filter((alert) => alert.firing);
  if (alerts.length === 0) {
    place.replaceChildren(element("p", { class: "calm" }, `No alert fires, nor has any fired in the ${window.name}.`));
    return;
  }
  const heading = firing.length === 0
    ? element("p", { class: "calm" }, `No alert fires now. In the ${window.name}:`)
    : element("p", { class: "firing" }, `${firing.length} ${firing.length === 1 ? "alert fires" : "alerts fire"} now`);
  const lanes = alerts.slice(0, LANES).map((alert) => lane(alert, window));
  const rest = alerts.length - lanes.length;
  const axis = element("div", { class: "lane axis" }, element("span"),
    element("div", { class: "track" }, ...ticks(window).map((at) => element("time", { style: `left:${percent(at, window)}%` }, clock(at, window)))));
  place.replaceChildren(heading, ...lanes, ...(rest > 0 ? [element("p", { class: "quiet" }, `and ${rest} more`)] : []), axis);
}

function lane(alert, window) {
  const label = element("a", { class: `name ${alert.severity}`, href: `#${alert.page}`, title: alert.runbook && `runbook: ${alert.runbook}` },
    element("b", {}, alert.severity), ` ${alert.name}`, alert.subject && element("small", {}, ` ${alert.subject}`));
  const bars = alert.times.map(({ from, to }) => {
    const left = percent(from, window);
    // As wide as a point of the charts, at the least: also what fired once is seen.
    const width = Math.min(100 - left, percent(to + window.step, window) - left);
    return element("i", { class: `bar ${alert.severity}`, style: `left:${left}%;width:${width}%`,
      title: `${clock(from, window)} – ${alert.firing && to === alert.times.at(-1).to ? "now" : clock(to, window)}` });
  });
  return element("div", { class: alert.firing ? "lane now" : "lane" }, label, element("div", { class: "track" }, ...bars));
}

const percent = (at, window) => Math.max(0, Math.min(100, (100 * (at - window.start)) / (window.end - window.start)));

const ticks = (window) => [0.05, 0.275, 0.5, 0.725, 0.95].map((part) => window.start + part * (window.end - window.start));
