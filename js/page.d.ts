export {};

declare global {
  interface Window {
    /** Says what does not work; `early.js` has it. */
    ngpFailed(sentence?: string): void;
    /** Fetches a file and tells the page around how it comes; `embed.js` has it, in frames. */
    ngpFetch?(address: string): Promise<Response>;
    /** Puts a part of the page in the place of the one that was sent; `early.js` has it. */
    ngpReplace(sent: Element, now: Element): void;
  }
}
