//! The developers' commands, a module for each, and what they share: [`setup`], which most of them call first, and
//! [`form`], by which those for editors ask.
//!
//! Nothing here depends on Leptos: a broken app must not keep the commands from running.

pub mod bench;
pub mod build;
pub mod data;
pub mod examples;
pub mod form;
pub mod fuzz;
pub mod hooks;
pub mod new_country;
pub mod package;
pub mod preview;
pub mod reproduce;
pub mod serve;
pub mod setup;
pub mod test;
