export {};

declare global {
  interface Window {
    /** Says what does not work; `early.js` has it. */
    ngpFailed(sentence?: string): void;
    /** Puts a part of the page in the place of the one that was sent; `early.js` has it. */
    ngpReplace(sent: Element, now: Element): void;
  }
}
