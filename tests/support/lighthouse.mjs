// Lighthouse on many pages: [address, categories] as a JSON list on standard input, what it found as JSON on standard
// output. Mobile defaults throughout. Every page is loaded once; performance depends on what else the machine does.
import { readFileSync } from "node:fs";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const OPTIONS = {
  logLevel: "silent",
  disableFullPageScreenshot: true,
};
const LENGTH = 300;
const TRIES = 3;

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

/** The scores of a page, from 0 to 100, and what failed; again if the browser was too busy to load it. */
async function measured(url, onlyCategories, port) {
  for (let tries = 1; ; tries += 1) {
    const { lhr } = await lighthouse(url, { port, onlyCategories, ...OPTIONS });
    if (!lhr.runtimeError) {
      const scores = Object.values(lhr.categories).map(({ id, score }) => [id, Math.round(score * 100)]);
      return { url, scores: Object.fromEntries(scores), failing: failing(lhr) };
    }
    if (tries === TRIES) throw new Error(`${url}: ${lhr.runtimeError.message}`);
  }
}

const chrome = await launch({ chromeFlags: ["--headless=new", "--no-sandbox"], logLevel: "silent" });
try {
  const found = [];
  for (const [url, categories] of JSON.parse(readFileSync(0, "utf-8"))) {
    found.push(await measured(url, categories, chrome.port));
  }
  process.stdout.write(JSON.stringify(found));
} finally {
  chrome.kill();
}
