/** The version of the site: a hash of everything in `FILES`. Written by `cargo xtask build`. */
declare const VERSION: string;

/** Every file that the app loads: its address relative to the worker, and a hash of its contents. */
declare const FILES: Record<string, string>;

/** The codes of the countries that have a page, in lower case and with spaces between them. */
declare const CODES: string;

/** The names of the app's files, seen from the site's root. */
declare const APP: { glue: string; wasm: string; loader: string[]; lazy: string[]; style: string; dataset: string };
