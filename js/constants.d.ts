/** The version of the site: a hash of everything in `FILES`. Written by `cargo xtask build`. */
declare const VERSION: string;

/** Every file that the app loads: its address relative to the worker, and a hash of its contents. */
declare const FILES: Record<string, string>;
