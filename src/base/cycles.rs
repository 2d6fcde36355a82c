//! Circles among things that name each other. Knows no guide.

/// One circle for each group of things that lead back to themselves, each beginning with its
/// smallest member; `next(i)` are those that `i` names, all below `count`.
pub fn cycles(count: usize, next: &dyn Fn(usize) -> Vec<usize>) -> Vec<Vec<usize>> {
    #[derive(Clone, Copy, PartialEq)]
    enum State {
        New,
        Open,
        Done,
    }
    let mut states = vec![State::New; count];
    let mut found: Vec<Vec<usize>> = Vec::new();
    for start in 0..count {
        if states.get(start) != Some(&State::New) {
            continue;
        }
        // A path of open things, each with those it still has to try.
        let mut path: Vec<(usize, Vec<usize>)> = vec![(start, next(start))];
        if let Some(state) = states.get_mut(start) {
            *state = State::Open;
        }
        while let Some((here, rest)) = path.last_mut() {
            let here = *here;
            let Some(to) = rest.pop() else {
                if let Some(state) = states.get_mut(here) {
                    *state = State::Done;
                }
                path.pop();
                continue;
            };
            match states.get(to) {
                Some(State::New) => {
                    if let Some(state) = states.get_mut(to) {
                        *state = State::Open;
                    }
                    path.push((to, next(to)));
                }
                Some(State::Open) => {
                    let from = path.iter().position(|(thing, _)| *thing == to).unwrap_or(0);
                    let mut circle: Vec<usize> = path.iter().skip(from).map(|(thing, _)| *thing).collect();
                    let smallest = circle.iter().enumerate().min_by_key(|(_, thing)| **thing).map_or(0, |(at, _)| at);
                    circle.rotate_left(smallest);
                    if !found.iter().any(|known| known.iter().any(|thing| circle.contains(thing))) {
                        found.push(circle);
                    }
                }
                Some(State::Done) | None => {}
            }
        }
    }
    found
}
