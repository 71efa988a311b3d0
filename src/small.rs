//! Signals of small values, kept as numbers.
//!
//! Every type of signal is half a kilobyte of the wasm, and most of what the app keeps is yes or no, one of a
//! few, or a place in a list.

use std::marker::PhantomData;

use leptos::prelude::*;

/// A value that a number says as well.
pub trait Small: Copy {
    /// The number.
    fn number(self) -> usize;
    /// The value of that number.
    fn of(number: usize) -> Self;
}

/// Reads a small value.
#[derive(Debug)]
pub struct Getter<T>(ReadSignal<usize>, PhantomData<fn() -> T>);

/// Writes it.
#[derive(Debug)]
pub struct Setter<T>(WriteSignal<usize>, PhantomData<fn(T)>);

/// A signal of a small value.
pub fn small<T: Small>(value: T) -> (Getter<T>, Setter<T>) {
    let (get, set) = signal_of(value.number());
    (Getter(get, PhantomData), Setter(set, PhantomData))
}

/// Once for all of them.
#[inline(never)]
fn signal_of(number: usize) -> (ReadSignal<usize>, WriteSignal<usize>) {
    signal(number)
}

#[inline(never)]
fn read(signal: ReadSignal<usize>) -> usize {
    signal.get()
}

#[inline(never)]
fn read_now(signal: ReadSignal<usize>) -> usize {
    signal.get_untracked()
}

#[inline(never)]
fn write(signal: WriteSignal<usize>, number: usize) {
    signal.set(number);
}

impl<T: Small> Getter<T> {
    /// The value; who reads it hears of the next.
    pub fn get(self) -> T {
        T::of(read(self.0))
    }

    /// The value, without hearing of the next.
    pub fn now(self) -> T {
        T::of(read_now(self.0))
    }
}

impl<T> Getter<T> {
    /// The signal.
    pub(crate) fn signal(self) -> ReadSignal<usize> {
        self.0
    }
}

impl<T: Small> Setter<T> {
    /// Writes the value.
    pub fn set(self, value: T) {
        write(self.0, value.number());
    }
}

impl<T> Clone for Getter<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Getter<T> {}

impl<T> Clone for Setter<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Setter<T> {}

impl Small for bool {
    fn number(self) -> usize {
        self.into()
    }

    fn of(number: usize) -> Self {
        number > 0
    }
}

impl Small for usize {
    fn number(self) -> usize {
        self
    }

    fn of(number: usize) -> Self {
        number
    }
}
