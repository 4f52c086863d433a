//! Days, for people and for programs.

use jiff::civil::Date;
use serde::Serialize;

/// A day.
#[derive(Debug, Serialize)]
pub struct DateView {
    /// For people: `22 November 2026`.
    pub words: String,
    /// For programs: `2026-11-22`.
    pub iso: String,
}

impl From<Date> for DateView {
    fn from(day: Date) -> Self {
        Self {
            words: words(day),
            iso: day.to_string(),
        }
    }
}

fn words(date: Date) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let month = MONTHS[usize::try_from(date.month() - 1).expect("months start at 1")];
    format!("{} {month} {}", date.day(), date.year())
}
