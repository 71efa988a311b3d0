//! Asks for what an object of the dataset holds, one key after the other, as `catalog` has them, and has each answer
//! checked as it is given.

use std::io::{BufRead, Write};

use anyhow::{Result, ensure};
use catalog::wire::{Json, Key, ValueKind};

/// The keys of an object and their values.
pub type Entries = Vec<(String, Json)>;

/// What is wrong at a place of an object of which some keys are still missing: the place is `figures[0].value`.
pub type Check<'a> = dyn Fn(&str, &Json) -> Option<String> + 'a;

/// Somebody who is asked: a line is an answer.
pub struct Form<'a> {
    answers: &'a mut dyn BufRead,
    questions: &'a mut dyn Write,
}

impl<'a> Form<'a> {
    /// Asks on a terminal, or a test.
    pub fn new(answers: &'a mut dyn BufRead, questions: &'a mut dyn Write) -> Self {
        Self { answers, questions }
    }

    /// Says something that needs no answer.
    pub fn say(&mut self, words: &str) -> Result<()> {
        Ok(writeln!(self.questions, "{words}")?)
    }

    /// Asks until `read` takes the answer.
    pub fn ask<T>(&mut self, question: &str, read: &mut dyn FnMut(&str) -> Result<T, String>) -> Result<T> {
        self.say(&format!("\n{question}"))?;
        loop {
            match read(&self.answer()?) {
                Ok(value) => return Ok(value),
                Err(problem) => self.refuse(&problem)?,
            }
        }
    }

    /// Asks for yes or no.
    pub fn confirm(&mut self, question: &str) -> Result<bool> {
        self.ask(&format!("{question} (yes or no)"), &mut yes_or_no)
    }

    /// Asks for the keys that are not among `entries` yet.
    pub fn object<'k>(
        &mut self,
        keys: impl IntoIterator<Item = &'k Key>,
        mut entries: Entries,
        check: &Check<'_>,
    ) -> Result<Json> {
        for key in keys {
            if entries.iter().any(|(known, _)| known == key.name) {
                continue;
            }
            let value = self.value(key, &|place, value| {
                let mut entries = entries.clone();
                entries.push((key.name.to_owned(), value.clone()));
                check(&format!("{}{place}", key.name), &Json::Object(entries))
            })?;
            entries.extend(value.map(|value| (key.name.to_owned(), value)));
        }
        Ok(Json::Object(entries))
    }

    /// Asks for a value; nothing where it may be left out and is. Objects are not left out: callers choose their keys.
    fn value(&mut self, key: &Key, check: &Check<'_>) -> Result<Option<Json>> {
        let (question, mut items) = (question(key), Vec::new());
        match key.kind {
            ValueKind::Object(shape) => {
                self.say(&format!("\n{question}"))?;
                let below = |place: &str, value: &Json| check(&format!(".{place}"), value);
                return self.object(shape.keys, Vec::new(), &below).map(Some);
            }
            ValueKind::List(shape) => {
                while self.confirm(&format!("{question} Have you one to add?"))? {
                    let item = self.object(shape.keys, Vec::new(), &|place, item| {
                        let all = items.iter().chain([item]).cloned().collect();
                        check(&format!("[{}].{place}", items.len()), &Json::Array(all))
                    })?;
                    items.push(item);
                }
            }
            ValueKind::Texts(..) => {
                self.say(&format!("\n{question}"))?;
                loop {
                    let (answer, mut all) = (self.answer()?, items.clone());
                    let is_end = answer.is_empty();
                    all.extend((!is_end).then_some(Json::String(answer)));
                    match check("", &Json::Array(all.clone())) {
                        Some(problem) => self.refuse(&problem)?,
                        None if is_end => break,
                        None => items = all,
                    }
                }
            }
            _ => {
                return self.ask(&question, &mut |answer| {
                    if answer.is_empty() && !key.required {
                        return Ok(None);
                    }
                    let value = read(key.kind, answer)?;
                    check("", &value).map_or(Ok(Some(value)), Err)
                });
            }
        }
        Ok((key.required || !items.is_empty()).then_some(Json::Array(items)))
    }

    fn refuse(&mut self, problem: &str) -> Result<()> {
        self.say(&format!("Not right: {problem}."))
    }

    fn answer(&mut self) -> Result<String> {
        write!(self.questions, "> ")?;
        self.questions.flush()?;
        let mut line = String::new();
        let is_there = self.answers.read_line(&mut line)? > 0;
        ensure!(is_there, "The answers end before the last question: nothing is written.");
        Ok(line.trim().to_owned())
    }
}

/// What a key holds, and what may be answered.
fn question(key: &Key) -> String {
    let may = if key.required || matches!(key.kind, ValueKind::List(_)) { "" } else { " (may be left empty)" };
    let answers = match key.kind {
        ValueKind::Name(names) => format!(" One of {}.", names.join(", ")),
        ValueKind::WholeNumber(from, to) => format!(" A whole number from {from} to {to}."),
        ValueKind::Boolean => " Answer yes or no.".to_owned(),
        ValueKind::Years => " For example 2021-2025, or 2021- with an open end.".to_owned(),
        ValueKind::Texts(..) => " One a line; an empty line ends them.".to_owned(),
        _ => String::new(),
    };
    format!("{}{may}: {}{answers}", key.name, key.doc.text())
}

/// The value that an answer stands for; whether it may be that is for `catalog` to say.
fn read(kind: ValueKind, answer: &str) -> Result<Json, String> {
    let number = |text: &str| {
        let number = text.trim().parse::<u32>().map(|number| Json::Number(f64::from(number)));
        number.map_err(|_| format!("\"{text}\" is no whole number such as 2024"))
    };
    match kind {
        ValueKind::WholeNumber(..) => number(answer),
        ValueKind::Boolean => yes_or_no(answer).map(Json::Bool),
        ValueKind::Years => {
            let ends =
                answer.split_once(['-', '–']).ok_or_else(|| format!("\"{answer}\" is no period such as 2021-2025"))?;
            let end = |text: &str| if text.trim().is_empty() { Ok(Json::Null) } else { number(text) };
            Ok(Json::Array(vec![end(ends.0)?, end(ends.1)?]))
        }
        _ => Ok(Json::String(answer.to_owned())),
    }
}

fn yes_or_no(answer: &str) -> Result<bool, String> {
    match answer {
        "yes" | "y" => Ok(true),
        "no" | "n" => Ok(false),
        _ => Err(format!("\"{answer}\" is neither yes nor no")),
    }
}
