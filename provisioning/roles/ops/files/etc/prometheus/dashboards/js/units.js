// How numbers are written. Each unit is a function from a number to text, short enough for an axis.
const trim = (number, digits) => Number(number.toPrecision(digits)).toLocaleString("en", { maximumFractionDigits: 6 });

function scaled(value, base, suffixes) {
  let size = Math.abs(value);
  let index = 0;
  while (size >= base && index < suffixes.length - 1) {
    size /= base;
    index++;
  }
  return `${trim(Math.sign(value) * size, 3)}${suffixes[index]}`;
}

const count = (value) => (Math.abs(value) < 10_000 ? trim(value, 3) : scaled(value, 1000, ["", " k", " M", " G"]));
const bytes = (value) => scaled(value, 1024, [" B", " KiB", " MiB", " GiB", " TiB"]);

function seconds(value) {
  if (value === 0) return "0 s";
  const size = Math.abs(value);
  if (size < 0.001) return `${trim(value * 1e6, 2)} µs`;
  if (size < 1) return `${trim(value * 1000, 3)} ms`;
  if (size < 120) return `${trim(value, 3)} s`;
  if (size < 7200) return `${trim(value / 60, 3)} min`;
  if (size < 172_800) return `${trim(value / 3600, 3)} h`;
  return `${trim(value / 86_400, 3)} d`;
}

/** By the name that the pages' JSON uses. */
export const UNITS = {
  count,
  "per second": (value) => `${count(value)}/s`,
  "per minute": (value) => `${count(value)}/min`,
  "pages per second": (value) => `${count(value)}/s`,
  processors: count,
  percent: (value) => `${trim(value * 100, 3)} %`,
  bytes,
  "bytes per second": (value) => `${bytes(value)}/s`,
  seconds,
  "up or down": (value) => (value >= 0.5 ? "up" : "down"),
};
