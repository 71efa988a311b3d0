//! The built site in a real browser, one file per topic.
#![allow(missing_docs, reason = "a test's name says what it is about")]

mod about;
mod access;
mod address;
mod budget;
mod cards;
mod citations;
mod elements;
mod embed;
mod engines;
mod examples;
mod export;
mod faults;
mod filters;
mod hosts;
mod inline;
mod install;
mod item;
mod keyboard;
mod lazy;
mod list;
mod look;
mod offline;
mod partner;
mod position;
mod prerender;
mod print;
mod spoken;
mod theme;
mod today;
mod validity;
mod videos;
mod views;
mod widget;
