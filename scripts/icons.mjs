// npm run icons: draws the PNG icons of the manifest from each assets/icons/*.svg. The PNG files are committed.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { browserSwitches, findBrowser } from "./browser.mjs";
import { ROOT, Trouble, ensureModules, main } from "./prepare.mjs";

/** Every size that Excel may ask for, from a small button to a screen at 250 %. */
const SIZES = [16, 20, 24, 32, 40, 48, 64, 80];

await main(async () => {
  ensureModules();
  const executablePath = findBrowser();
  if (!executablePath) throw new Trouble("Il faut Chrome, Edge ou Chromium pour dessiner les icônes.");
  const { chromium } = await import("playwright-core");
  const folder = path.join(ROOT, "assets/icons");
  const names = readdirSync(folder).filter((name) => name.endsWith(".svg"));
  const browser = await chromium.launch({ executablePath, args: browserSwitches() });
  for (const name of names) {
    const svg = readFileSync(path.join(folder, name), "utf8");
    for (const size of SIZES) {
      const page = await browser.newPage({ viewport: { width: size, height: size } });
      await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
      const png = await page.screenshot({ omitBackground: true });
      writeFileSync(path.join(folder, name.replace(/\.svg$/, `-${size}.png`)), png);
      await page.close();
    }
  }
  await browser.close();
});
