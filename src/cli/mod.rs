//! The command line: arguments, one library call, what to print. The only module that prints.
//!
//! One file for each command. Exit status: 0 clean, 1 problems in the content, 2 could not work
//! (usage, reading, writing, printing).

mod args;
mod build;
mod check;
mod diff;
mod explain;
mod print;
mod problems;
mod report;
mod rollback;
mod serve;
mod terminal;
mod verify;

use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};

/// The site is whole, or nothing is wrong with it.
const CLEAN: u8 = 0;
/// The content has problems.
const PROBLEMS: u8 = 1;
/// The program could not do its work.
const COULD_NOT: u8 = 2;

/// Runs the program with the arguments of this process.
pub fn run() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => {
            // Help and version are results; all else is a usage error, and clap says what is wrong.
            return ExitCode::from(match error.print() {
                Ok(()) if error.use_stderr() => COULD_NOT,
                Ok(()) => CLEAN,
                Err(error) => {
                    print::failure(&error.into());
                    COULD_NOT
                }
            });
        }
    };
    let done = match args.command {
        Command::Build(build) => build::run(&build),
        Command::Check(check) => check::run(&check),
        Command::Diff(diff) => diff::run(&diff),
        Command::Explain(explain) => explain::run(&explain),
        Command::Report(report) => report::run(&report),
        Command::Rollback(rollback) => rollback::run(&rollback),
        Command::Verify(verify) => verify::run(&verify),
        Command::Serve(serve) => serve::run(&serve),
    };
    ExitCode::from(match done {
        Ok(status) => status,
        Err(failure) => {
            print::failure(&failure);
            COULD_NOT
        }
    })
}
