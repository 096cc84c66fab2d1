// Lighthouse on many pages: addresses as a JSON list on standard input, what it found as JSON on standard output.
// Mobile defaults throughout. A page is loaded once with all categories, then for the metrics of performance alone until
// two scores agree, three times at most: two that agree are the median of three, whatever the third.
import { readFileSync } from "node:fs";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const ALL = { onlyCategories: ["performance", "accessibility", "best-practices", "seo"] };
const METRICS = {
  onlyAudits: [
    "first-contentful-paint",
    "largest-contentful-paint",
    "total-blocking-time",
    "cumulative-layout-shift",
    "speed-index",
  ],
};
const LENGTH = 300;

/** What an audit found, and where: numbers, reasons, elements, addresses; as much of it as fits a line. */
function details({ displayValue, explanation, errorMessage, details: found }) {
  const items = (found?.items ?? []).map((item) => item.node?.snippet ?? item.url ?? JSON.stringify(item));
  return [displayValue, explanation, errorMessage, ...items].filter(Boolean).join(" | ").slice(0, LENGTH);
}

/** The audits that keep a category below 100. */
function failing({ audits, categories }) {
  return Object.values(categories).flatMap(({ id: category, auditRefs }) =>
    auditRefs
      .filter(({ weight }) => weight > 0)
      .map(({ id }) => audits[id])
      .filter(({ score, scoreDisplayMode }) => scoreDisplayMode === "error" || (score !== null && score < 1))
      .map((audit) => ({ category, id: audit.id, title: audit.title, details: details(audit) })),
  );
}

/** One load: its scores, from 0 to 100, and what failed. */
async function load(url, port, choice) {
  const { lhr } = await lighthouse(url, { port, logLevel: "silent", disableFullPageScreenshot: true, ...choice });
  if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
  const scores = Object.values(lhr.categories).map(({ id, score }) => [id, Math.round(score * 100)]);
  return { scores: Object.fromEntries(scores), failing: failing(lhr) };
}

/** All loads of a page: performance as the median and in each of them, with what failed in the median one. */
async function measured(url, port) {
  const loads = [await load(url, port, ALL), await load(url, port, METRICS)];
  const [first, second] = loads;
  if (first.scores.performance !== second.scores.performance) loads.push(await load(url, port, METRICS));
  const median = [...loads].sort((one, other) => one.scores.performance - other.scores.performance)[1];
  const slow = median.failing.filter(({ category }) => category === "performance");
  return {
    url,
    scores: { ...first.scores, performance: median.scores.performance },
    performances: loads.map(({ scores }) => scores.performance),
    failing: [...first.failing.filter(({ category }) => category !== "performance"), ...slow],
  };
}

const chrome = await launch({ chromeFlags: ["--headless=new", "--no-sandbox"], logLevel: "silent" });
try {
  const found = [];
  for (const url of JSON.parse(readFileSync(0, "utf-8"))) found.push(await measured(url, chrome.port));
  process.stdout.write(JSON.stringify(found));
} finally {
  chrome.kill();
}
