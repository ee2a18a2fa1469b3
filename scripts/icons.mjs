// npm run icons: draws the PNG icons of the manifest from assets/icons/icon.svg. The PNG files are committed.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { browserSwitches, findBrowser } from "./browser.mjs";
import { ROOT, Trouble, ensureModules, main } from "./prepare.mjs";

const SIZES = [16, 32, 64, 80];

await main(async () => {
  ensureModules();
  const executablePath = findBrowser();
  if (!executablePath) throw new Trouble("Il faut Chrome, Edge ou Chromium pour dessiner les icônes.");
  const { chromium } = await import("playwright-core");
  const folder = path.join(ROOT, "assets/icons");
  const svg = readFileSync(path.join(folder, "icon.svg"), "utf8");
  const browser = await chromium.launch({ executablePath, args: browserSwitches() });
  for (const size of SIZES) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
    writeFileSync(path.join(folder, `icon-${size}.png`), await page.screenshot({ omitBackground: true }));
    await page.close();
  }
  await browser.close();
});
