//! Calendar dates and whole spans of days. The only file that names `jiff`. No clock here.

use std::fmt;

/// A calendar date, without time or zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(jiff::civil::Date);

impl Date {
    /// The date written `YYYY-MM-DD`, or `None` if it is not written so or is not in the calendar.
    pub fn parse(text: &str) -> Option<Date> {
        let shape = text.len() == 10
            && text.bytes().enumerate().all(|(at, byte)| match at {
                4 | 7 => byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        if !shape || text.starts_with("0000") {
            return None;
        }
        text.parse().ok().map(Date)
    }

    /// The date so many days after January 1, 1970.
    pub fn from_days_since_1970(days: i64) -> Option<Date> {
        let start = jiff::civil::date(1970, 1, 1);
        start.checked_add(jiff::Span::new().try_days(days).ok()?).ok().map(Date)
    }

    /// How many days from this one to `other`; negative if that one is earlier.
    pub fn days_until(self, other: Date) -> i32 {
        (other.0 - self.0).get_days()
    }

    /// Day of the month, from 1.
    pub fn day(self) -> i8 {
        self.0.day()
    }

    /// Month, 1 to 12.
    pub fn month(self) -> i8 {
        self.0.month()
    }

    /// Year.
    pub fn year(self) -> i16 {
        self.0.year()
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Whole days before (negative) or after the visit, written `P7D` or `-P2W`; never none.
pub fn parse_days(text: &str) -> Option<i32> {
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text),
    };
    let rest = rest.strip_prefix('P')?;
    let (digits, factor) = match (rest.strip_suffix('D'), rest.strip_suffix('W')) {
        (Some(digits), _) => (digits, 1),
        (_, Some(digits)) => (digits, 7),
        _ => return None,
    };
    if digits.is_empty() || digits.len() > 3 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    digits.parse::<i32>().ok().filter(|count| *count > 0).map(|count| sign * count * factor)
}
