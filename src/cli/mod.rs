//! The command line: arguments, one library call, what to print. The only module that prints.

mod args;
mod build;
mod check;
mod print;

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
            let failed = error.use_stderr();
            let printed = error.print().is_ok();
            return ExitCode::from(if failed || !printed { COULD_NOT } else { CLEAN });
        }
    };
    let done = match args.command {
        Command::Build(build) => build::run(&build),
        Command::Check(check) => check::run(&check),
    };
    ExitCode::from(match done {
        Ok(status) => status,
        Err(failure) => {
            print::failure(&failure);
            COULD_NOT
        }
    })
}
