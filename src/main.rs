//! The browser's entry point.

fn main() {
    genomic_plans::start();
}
