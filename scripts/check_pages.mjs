// Opens each page of an exported site in Chromium, at two widths, light and dark, and lets axe-core look for barriers.
// Also counts pages that scroll sideways at 320 px. Called by check_pages.sh, from the folder that holds the packages.
import { readFile, readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const site = process.argv[2];
const axe = await readFile("node_modules/axe-core/axe.min.js", "utf8");
const looks = [360, 1280].flatMap((width) => ["light", "dark"].map((scheme) => ({ width, scheme })));

async function pagesIn(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".html"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function violations(tab) {
  await tab.evaluate(axe);
  const result = await tab.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return result.violations.flatMap((each) =>
    each.nodes.map((node) => `${each.id} (${each.impact}): ${node.target.join(" ")}: ${each.help}`),
  );
}

async function sidewaysScroll(tab) {
  await tab.setViewport({ width: 320, height: 640 });
  return tab.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}

const browser = await puppeteer.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
const tab = await browser.newPage();
await tab.setBypassCSP(true);
const pages = await pagesIn(site);
const found = [];
for (const page of pages) {
  await tab.goto(pathToFileURL(page).href, { waitUntil: "load" });
  for (const { width, scheme } of looks) {
    await tab.setViewport({ width, height: 900 });
    await tab.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    for (const violation of await violations(tab)) {
      found.push(`${relative(site, page)} at ${width} px, ${scheme}: ${violation}`);
    }
  }
  if (await sidewaysScroll(tab)) found.push(`${relative(site, page)}: scrolls sideways at 320 px`);
}
await browser.close();
found.forEach((line) => console.log(line));
console.log(`axe: ${pages.length} pages, ${pages.length * looks.length} looks, ${found.length} violations in ${site}`);
process.exitCode = found.length ? 1 : 0;
