//! docs/coverage.md as tables: below each heading with a number, as many points.

/// A kind of points.
pub(crate) struct Table {
    pub(crate) title: String,
    /// How many points its heading promises.
    pub(crate) promised: usize,
    pub(crate) rows: Vec<Row>,
}

/// A point, and where the guide speaks of it.
pub(crate) struct Row {
    pub(crate) point: String,
    /// What stands in `backquotes` in the second column.
    pub(crate) places: Vec<String>,
    /// What has to be read there.
    pub(crate) words: Vec<String>,
    /// Whether it is left out, with a reason.
    pub(crate) left_out: bool,
}

impl Row {
    /// Whether one of its places is this one.
    pub(crate) fn names(&self, place: &str) -> bool {
        self.places.iter().any(|other| other == place)
    }
}

/// All tables: those below a heading such as `## Facts (32)`.
pub(crate) fn read(text: &str) -> Vec<Table> {
    let mut tables: Vec<Table> = Vec::new();
    for line in text.lines() {
        if let Some(heading) = line.strip_prefix("## ") {
            let counted = heading.strip_suffix(')').and_then(|heading| heading.rsplit_once(" ("));
            if let Some((title, count)) = counted {
                let promised = count.parse().expect("a number of points stands in a heading's brackets");
                tables.push(Table { title: title.to_owned(), promised, rows: Vec::new() });
            }
        } else if let (Some(table), Some(row)) = (tables.last_mut(), row(line)) {
            table.rows.push(row);
        }
    }
    tables
}

/// A line of a table with three columns; `None` for its head and for all other lines.
fn row(line: &str) -> Option<Row> {
    let cells: Vec<&str> = line.strip_prefix('|')?.strip_suffix('|')?.split('|').map(str::trim).collect();
    let [point, places, words] = cells.as_slice() else { return None };
    if *point == "Point" || point.starts_with("--") {
        return None;
    }
    let left_out = places.strip_prefix("left out: ").is_some_and(|why| !why.is_empty());
    let places = places.split('`').skip(1).step_by(2).map(str::to_owned).collect();
    let words = words.split(',').map(str::trim).filter(|word| !word.is_empty()).map(str::to_owned).collect();
    Some(Row { point: (*point).to_owned(), places, words, left_out })
}
