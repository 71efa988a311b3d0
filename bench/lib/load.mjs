// @ts-check
// How a page comes: first and largest paint, shifts, blocking time, and when it reacts.

import { notedBy, open, withPage } from "./browser.mjs";

/** A task blocks for what it takes longer than this. */
const SHORT = 50;

/**
 * One visit.
 * @param {import("./browser.mjs").Browser} browser
 * @param {import("./browser.mjs").Device} device
 * @param {string} address
 * @param {boolean} reacts
 */
export function visit(browser, device, address, reacts) {
  return withPage(browser, device, async (page, session) => {
    await session.send("Network.setBypassServiceWorker", { bypass: true });
    await open(page, address, reacts);
    const { fcp, lcp, lcpElement, shift, ready, longTasks } = await notedBy(page);
    if (fcp === null || lcp === null) throw new Error(`${address} has painted nothing`);
    return { fcp, lcp, lcpElement, shift, ready: ready ?? 0, ...blocked(longTasks, fcp) };
  });
}

/** How long tasks have blocked the page since a moment. @param {import("./browser.mjs").Noted["longTasks"]} longTasks @param {number} since */
export function blocked(longTasks, since) {
  const after = longTasks.filter(({ start, duration }) => start + duration > since);
  const blocking = after.reduce((sum, { start, duration }) => {
    const end = start + duration;
    return sum + Math.max(0, end - Math.max(start + SHORT, since));
  }, 0);
  return { blocking, longest: Math.max(0, ...after.map(({ duration }) => duration)) };
}
