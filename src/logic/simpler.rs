//! A condition in fewer words, for readers of whom something is known already.

use super::Expr;
use super::solver::{Cases, Proved, Solver};

impl Solver {
    /// The condition of an item in fewer words, for the readers of a scenario: true of the same ones of
    /// them, without the parts that none of them can meet and those that all of them meet.
    pub fn simpler(&mut self, scenario: Option<&Expr>, condition: &Expr) -> Proved<Expr> {
        let cases = self.readers_of(scenario)?;
        self.simpler_in(cases, condition)
    }

    fn simpler_in(&mut self, cases: Cases, condition: &Expr) -> Proved<Expr> {
        Ok(match condition {
            Expr::Has { fact, values } => {
                let mut open = Vec::new();
                for value in values {
                    let is = Expr::Has { fact: *fact, values: vec![*value] };
                    if !self.within(cases, &is)?.is_empty() {
                        open.push(*value);
                    }
                }
                Expr::Has { fact: *fact, values: open }
            }
            Expr::All(parts) => {
                let mut left = Vec::new();
                for part in parts {
                    if !self.implies(cases, part)? {
                        left.push(self.simpler_in(cases, part)?);
                    }
                }
                one_or(left, Expr::All)
            }
            Expr::Any(parts) => {
                let mut left = Vec::new();
                for part in parts {
                    if !self.within(cases, part)?.is_empty() {
                        left.push(self.simpler_in(cases, part)?);
                    }
                }
                one_or(left, Expr::Any)
            }
            Expr::Not(part) => Expr::Not(Box::new(self.simpler_in(cases, part)?)),
        })
    }
}

/// The only part, or a group of several.
fn one_or(mut parts: Vec<Expr>, group: fn(Vec<Expr>) -> Expr) -> Expr {
    match parts.len() {
        1 => parts.remove(0),
        _ => group(parts),
    }
}
