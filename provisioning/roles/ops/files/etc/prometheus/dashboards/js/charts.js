// One chart: title, unit, lines or stacked areas, the threshold of an alert, a legend with the newest values. Drawn by
// Chart.js (library/).
import { Unreachable, over } from "./prometheus.js";
import { clock, element, wholeTimes } from "./dom.js";
import { UNITS } from "./units.js";

const MOST_SERIES = 10;
// Tell each other apart for most people, on white and on black alike.
const PALETTE = ["#2f7fd1", "#e08214", "#1f9e77", "#a55fc8", "#d14f86", "#7f8c1f", "#5aa9c9", "#9c6b3f", "#7d83a5", "#c2a500"];
const TIMES = [30, 60, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400, 172_800, 604_800];
const MEANING = [
  [/^(failure|down|5xx|5\d\d)\b/i, "--bad"],
  [/^(slow|4xx|4\d\d)\b/i, "--warn"],
  [/^(success|2xx|2\d\d)\b/i, "--good"],
  [/^alerts? /i, "--bad"],
  [/at most/i, "--limit"],
];

/** Shades the times in which this page's alerts fired. */
const firingShade = {
  id: "firingShade",
  beforeDatasetsDraw(chart, _, { times, colour }) {
    const { ctx, chartArea, scales } = chart;
    ctx.save();
    ctx.fillStyle = colour;
    ctx.beginPath();
    for (const { from, to } of times) {
      const left = Math.max(scales.x.getPixelForValue(from), chartArea.left);
      const right = Math.min(scales.x.getPixelForValue(to), chartArea.right);
      if (right >= left) ctx.rect(left, chartArea.top, Math.max(right - left, 2), chartArea.height);
    }
    // One path, so that two alerts at once are no darker than one.
    ctx.fill();
    ctx.restore();
  },
};

/** A line where the reader's pointer is, in all charts of the page at once. */
const pointer = {
  id: "pointer",
  afterDatasetsDraw(chart) {
    if (ChartPanel.pointed === null) return;
    const { ctx, chartArea, scales } = chart;
    const x = scales.x.getPixelForValue(ChartPanel.pointed);
    if (x < chartArea.left || x > chartArea.right) return;
    ctx.save();
    ctx.strokeStyle = colour("--quiet");
    ctx.setLineDash([3, 3]);
    ctx.beginPath();
    ctx.moveTo(x, chartArea.top);
    ctx.lineTo(x, chartArea.bottom);
    ctx.stroke();
    ctx.restore();
  },
};

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** "{{job}} {{instance}}" with the labels put in; machines' names without the zone. */
const legend = (pattern, metric) =>
  pattern.replace(/{{(\w+)}}/g, (_, label) => metric[label] ?? "").replaceAll(".shop.internal", "").replace(/\s+/g, " ").trim() || "all";

export class ChartPanel {
  static all = new Set();
  static pointed = null;

  /** @param spec one of a page's "charts"  @param small for a card: without legend, title and notes */
  constructor(spec, small = false) {
    this.spec = spec;
    this.small = small;
    this.format = UNITS[spec.unit];
    this.hidden = new Set();
    this.canvas = element("canvas", { role: "img", "aria-label": `${spec.title}, ${spec.unit}` });
    this.message = element("p", { class: "message" }, "asking Prometheus …");
    this.legend = element("ul", { class: "legend" });
    const plot = element("div", { class: "plot" }, this.canvas, this.message);
    this.node = small
      ? element("figure", { class: "small" }, element("figcaption", {}, element("span", { class: "unit" }, spec.title)), plot)
      : element("figure", { class: "panel" },
        element("figcaption", {}, element("h2", {}, spec.title), element("span", { class: "unit" }, spec.unit)),
        spec.note && element("p", { class: "note" }, spec.note),
        plot, this.legend);
    ChartPanel.all.add(this);
  }

  destroy() {
    this.chart?.destroy();
    ChartPanel.all.delete(this);
  }

  /** Asks and draws. Passes on only that Prometheus is away; what else goes wrong is said in the chart. */
  async refresh(window, signal) {
    try {
      const answers = await Promise.all(this.spec.series.map(({ query }) => over(window, query, signal)));
      this.draw(window, this.lines(window, answers));
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof Unreachable) {
        if (!this.chart) this.say("no answer");
        throw error;
      }
      this.say(`Prometheus refuses this question: ${error.message}`);
    }
  }

  lines(window, answers) {
    const size = Math.round((window.end - window.start) / window.step) + 1;
    const lines = answers.flatMap((series, index) => series.map(({ metric, values }) => {
      const points = new Array(size).fill(null);
      for (const [at, text] of values) {
        const number = Number(text);
        points[Math.round((at - window.start) / window.step)] = Number.isFinite(number) ? number : null;
      }
      return { name: legend(this.spec.series[index].legend, metric), points, limit: this.spec.series[index].limit };
    })).filter(({ points }) => points.some((point) => point !== null));
    const peak = ({ points }) => Math.max(...points.filter((point) => point !== null));
    const shown = lines.sort((a, b) => peak(b) - peak(a)).slice(0, MOST_SERIES);
    this.left = lines.length - shown.length;
    shown.sort((a, b) => (a.limit ?? false) - (b.limit ?? false) || a.name.localeCompare(b.name, "en", { numeric: true }));
    const { threshold } = this.spec;
    if (threshold && shown.length > 0) shown.push({ name: "alert above", points: new Array(size).fill(threshold.above), limit: true });
    return shown;
  }

  draw(window, lines) {
    this.window = window;
    if (lines.length === 0) return this.say(`${this.spec.none ?? "no data"} in the ${window.name}`);
    this.message.hidden = true;
    this.canvas.hidden = false;
    const colours = this.colours(lines);
    const datasets = lines.map((line, index) => ({
      label: line.name,
      data: line.points.map((y, point) => ({ x: window.start + point * window.step, y })),
      borderColor: colours[index],
      backgroundColor: `${colours[index]}${this.spec.stacked ? "66" : "00"}`,
      borderWidth: line.limit ? 1.2 : 1.6,
      borderDash: line.limit ? [5, 4] : [],
      fill: this.spec.stacked && !line.limit ? (index === 0 ? "origin" : "-1") : false,
      stepped: this.spec.unit === "up or down" ? "before" : false,
      stack: line.limit ? line.name : "lines",
      hidden: this.hidden.has(line.name),
      // A point with nothing beside it would be no line at all.
      pointRadius: ({ dataIndex }) => (alone(line.points, dataIndex) ? 2 : 0),
    }));
    if (!this.chart) this.chart = new Chart(this.canvas, this.configuration());
    const { options } = this.chart;
    this.chart.data.datasets = datasets;
    options.scales.x.min = window.start;
    options.scales.x.max = window.end;
    options.scales.y.ticks.stepSize = this.tickStep(lines);
    for (const axis of [options.scales.x, options.scales.y]) {
      axis.ticks.color = colour("--quiet");
      axis.grid.color = colour("--grid");
    }
    Object.assign(options.plugins.tooltip, { backgroundColor: colour("--tip"), titleColor: colour("--ink"), bodyColor: colour("--ink"), borderColor: colour("--line") });
    this.chart.update("none");
    this.list(lines, colours);
  }

  /** Ticks at whole KiB, MiB, …, and at whole minutes or hours; for other units Chart.js knows best. */
  tickStep(lines) {
    const peaks = lines.map(({ points }) => Math.max(0, ...points));
    const peak = this.spec.stacked ? peaks.reduce((sum, one) => sum + one) : Math.max(...peaks);
    const least = Math.max(peak, this.spec.atLeast ?? 1) / (this.small ? 2 : 5);
    if (this.spec.unit.startsWith("bytes")) return 2 ** Math.ceil(Math.log2(least));
    if (this.spec.unit === "seconds" && peak > 120) return TIMES.find((step) => step >= least);
    return undefined;
  }

  colours(lines) {
    let next = 0;
    const taken = new Set();
    return lines.map(({ name, limit }) => {
      const meaning = MEANING.find(([pattern]) => pattern.test(name))?.[1];
      // Only one of the lines may have a colour with a meaning, else they could not be told apart.
      if (!meaning || (taken.has(meaning) && !limit)) return PALETTE[next++ % PALETTE.length];
      taken.add(meaning);
      return colour(meaning);
    });
  }

  configuration() {
    const { spec, format } = this;
    const flag = spec.unit === "up or down";
    return {
      type: "line",
      data: { datasets: [] },
      options: {
        animation: false,
        maintainAspectRatio: false,
        parsing: false,
        normalized: true,
        interaction: { mode: "index", intersect: false },
        onHover: (event) => this.point(event),
        elements: { point: { hitRadius: 0, hoverRadius: 3 } },
        scales: {
          x: { type: "linear", grid: {}, border: { display: false }, afterBuildTicks: (axis) => { axis.ticks = wholeTimes(axis.min, axis.max).map((value) => ({ value })); },
            ticks: { callback: (at) => clock(at, this.window), maxRotation: 0, autoSkipPadding: 12 } },
          // A line at zero stays at the bottom, and the smallest of changes is not blown up to a mountain.
          y: { min: 0, max: flag ? 1.05 : spec.max, suggestedMax: spec.atLeast, stacked: Boolean(spec.stacked), grid: {}, border: { display: false },
            afterFit: (axis) => { axis.width = 72; },
            afterBuildTicks: (axis) => { if (flag) axis.ticks = [{ value: 0 }, { value: 1 }]; },
            ticks: { callback: (value) => format(value), maxTicksLimit: this.small ? 3 : 6 } },
        },
        plugins: {
          legend: { display: false },
          firingShade: { times: this.times ?? [], colour: colour("--shade") },
          tooltip: { borderWidth: 1, usePointStyle: true, boxWidth: 8, boxHeight: 8, itemSort: (a, b) => b.parsed.y - a.parsed.y,
            callbacks: { title: ([item]) => (item ? clock(item.parsed.x, this.window) : ""), label: (item) => ` ${item.dataset.label}: ${format(item.parsed.y)}` } },
        },
      },
      plugins: [firingShade, pointer],
    };
  }

  point(event) {
    const { chartArea, scales } = this.chart;
    const inside = event.x >= chartArea.left && event.x <= chartArea.right;
    ChartPanel.point(inside ? scales.x.getValueForPixel(event.x) : null);
  }

  static point(at) {
    ChartPanel.pointed = at;
    for (const panel of ChartPanel.all) panel.chart?.draw();
  }

  /** @param times in which alerts fired that are about this: [{ from, to }, …] */
  shade(times) {
    this.times = times;
    if (!this.chart) return;
    this.chart.options.plugins.firingShade = { times, colour: colour("--shade") };
    this.chart.update("none");
  }

  list(lines, colours) {
    const entries = lines.map((line, index) => {
      const last = line.points.findLast((point) => point !== null);
      const current = line.points.slice(-3).some((point) => point !== null);
      const entry = element("button", { type: "button", title: `${line.name} – click to hide or show`, "aria-pressed": String(!this.hidden.has(line.name)) },
        element("i", { style: `background:${colours[index]}` }), element("span", {}, line.name), element("b", {}, current ? this.format(last) : "–"));
      entry.addEventListener("click", () => {
        if (!this.hidden.delete(line.name)) this.hidden.add(line.name);
        this.chart.setDatasetVisibility(index, !this.hidden.has(line.name));
        this.chart.data.datasets[index].hidden = this.hidden.has(line.name);
        entry.setAttribute("aria-pressed", String(!this.hidden.has(line.name)));
        this.chart.update("none");
      });
      return element("li", {}, entry);
    });
    if (this.left > 0) entries.push(element("li", { class: "quiet" }, `and ${this.left} smaller ones`));
    this.legend.replaceChildren(...entries);
  }

  say(text) {
    this.chart?.destroy();
    this.chart = undefined;
    this.canvas.hidden = true;
    this.legend.replaceChildren();
    this.message.hidden = false;
    this.message.textContent = text;
  }
}

const alone = (points, index) => points[index] !== null && (points[index - 1] ?? null) === null && (points[index + 1] ?? null) === null;
