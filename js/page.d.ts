export {};

declare global {
  interface Window {
    /** Says what does not work; `early.js` has it. */
    ngpFailed(sentence?: string): void;
  }
}
