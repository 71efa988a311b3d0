// @ts-check
// Lighthouse, as a telephone and as a desktop.

import lighthouse, { desktopConfig } from "lighthouse";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];

/**
 * The scores of one page, and what kept them from 100.
 * @param {import("puppeteer-core").Browser} browser
 * @param {string} address
 * @param {boolean} isDesktop
 */
export async function score(browser, address, isDesktop) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    const flags = /** @type {any} */ ({ logLevel: "error", output: "json", onlyCategories: CATEGORIES });
    const result = await lighthouse(address, flags, isDesktop ? desktopConfig : undefined, /** @type {any} */ (page));
    if (!result) throw new Error(`Lighthouse has no result for ${address}`);
    const { categories, audits, runtimeError } = result.lhr;
    if (runtimeError) throw new Error(`Lighthouse has failed at ${address}: ${runtimeError.message}`);
    /** @type {Record<string, number>} */
    const scores = Object.fromEntries(CATEGORIES.map((name) => [name, Math.round((categories[name].score ?? 0) * 100)]));
    const short = CATEGORIES.flatMap((name) => categories[name].auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => id))
      .filter((id) => (audits[id].score ?? 1) < 0.9)
      .map((id) => `${id}${audits[id].displayValue ? `: ${audits[id].displayValue}` : ""}`);
    return { scores, short };
  } finally {
    await context.close();
  }
}
