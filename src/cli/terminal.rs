//! What the program prints to: how wide it is, and whether it shows colours.

use std::io::IsTerminal;
use std::os::fd::AsFd;

use crate::report::human::Style;

/// Where a terminal does not say how wide it is.
const USUAL: usize = 80;

/// How many columns a terminal has; `None` for a file or a pipe.
pub(super) fn columns(stream: &(impl AsFd + IsTerminal)) -> Option<usize> {
    let told = || rustix::termios::tcgetwinsize(stream).map_or(0, |size| usize::from(size.ws_col));
    stream.is_terminal().then(|| match told() {
        0 => USUAL,
        columns => columns,
    })
}

/// With colours on a terminal that has them, unless the reader wants none.
pub(super) fn style(stream: &impl IsTerminal) -> Style {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    if stream.is_terminal() && !is_set("NO_COLOR") && !is_dumb { Style::Coloured } else { Style::Plain }
}
