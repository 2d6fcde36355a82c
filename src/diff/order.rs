//! Two lists with names: what is new, what is gone, and the fewest that must have moved.

/// How two lists differ; places are those in the list they are named after.
pub(super) struct Lists {
    /// In the new list only.
    pub(super) new: Vec<usize>,
    /// In the old list only.
    pub(super) gone: Vec<usize>,
    /// In both: the place in the old, the place in the new list, in the order of the new one.
    pub(super) both: Vec<(usize, usize)>,
    /// Places in the new list of those that stand elsewhere among their neighbours.
    pub(super) moved: Vec<usize>,
}

/// Compares two lists of keys; of equal keys in a list, the first counts.
pub(super) fn compare<K: PartialEq>(old: &[K], new: &[K]) -> Lists {
    let mut both: Vec<(usize, usize)> = Vec::new();
    let mut fresh = Vec::new();
    for (at, key) in new.iter().enumerate() {
        match old.iter().enumerate().find(|(before, other)| *other == key && both.iter().all(|(o, _)| o != before)) {
            Some((before, _)) => both.push((before, at)),
            None => fresh.push(at),
        }
    }
    let gone = (0..old.len()).filter(|before| both.iter().all(|(o, _)| o != before)).collect();
    let kept = longest_rise(&both.iter().map(|(before, _)| *before).collect::<Vec<_>>());
    let moved = both.iter().map(|(_, at)| *at).enumerate().filter(|(i, _)| !kept.contains(i)).map(|(_, at)| at);
    Lists { new: fresh, gone, moved: moved.collect(), both }
}

/// Places of the longest part of `values` that rises; what is not in it has moved.
fn longest_rise(values: &[usize]) -> Vec<usize> {
    // Of each place: how long the longest rise is that ends there, and the place before it.
    let mut ends: Vec<(usize, Option<usize>)> = Vec::new();
    for (at, value) in values.iter().enumerate() {
        let before = values.iter().zip(&ends).take(at).enumerate().filter(|(_, (other, _))| *other < value);
        let best = before
            .map(|(place, (_, (length, _)))| (*length, place))
            .max_by_key(|(length, place)| (*length, usize::MAX - place));
        ends.push(best.map_or((1, None), |(length, place)| (length + 1, Some(place))));
    }
    let longest = ends.iter().enumerate().max_by_key(|(at, (length, _))| (*length, usize::MAX - at));
    let mut next = longest.map(|(at, _)| at);
    let mut rise = Vec::new();
    while let Some(at) = next {
        rise.push(at);
        next = ends.get(at).and_then(|(_, before)| *before);
    }
    rise
}

#[cfg(test)]
mod tests {
    use super::compare;

    #[test]
    fn the_fewest_have_moved() {
        let lists = compare(&["a", "b", "c", "d"], &["d", "a", "x", "c"]);
        assert_eq!((lists.new, lists.gone, lists.moved), (vec![2], vec![1], vec![0]));
        assert_eq!(lists.both, [(3, 0), (0, 1), (2, 3)]);
        let same = compare(&["a", "a"], &["a", "a"]);
        assert!(same.new.is_empty() && same.gone.is_empty() && same.moved.is_empty());
        assert_eq!(compare::<u8>(&[], &[]).both, []);
    }
}
