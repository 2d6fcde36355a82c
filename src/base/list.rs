//! A list whose copies share what is the same in them.

use std::ops::Index;
use std::sync::Arc;

/// How many values stand together: so many are copied where one changes.
const CHUNK: usize = 32;

/// A list that is copied at no cost. In a copy, one value can be replaced without copying the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List<T> {
    /// All but the last have `CHUNK` values.
    chunks: Arc<Vec<Arc<Vec<T>>>>,
    len: usize,
}

impl<T> List<T> {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The one at a place.
    pub fn get(&self, at: usize) -> Option<&T> {
        self.chunks.get(at / CHUNK)?.get(at % CHUNK)
    }

    /// The first one.
    pub fn first(&self) -> Option<&T> {
        self.get(0)
    }

    /// All of them, in order.
    pub fn iter(&self) -> Values<'_, T> {
        Values { list: self, front: 0, back: self.len }
    }

    /// How many at the front fit; those that do stand before those that do not.
    pub fn partition_point(&self, fits: impl Fn(&T) -> bool) -> usize {
        let (mut low, mut high) = (0, self.len);
        while low < high {
            let middle = low + (high - low) / 2;
            match self.get(middle).is_some_and(&fits) {
                true => low = middle + 1,
                false => high = middle,
            }
        }
        low
    }
}

impl<T: Clone> List<T> {
    /// The one at a place, to be changed in this copy alone.
    pub fn get_mut(&mut self, at: usize) -> Option<&mut T> {
        Arc::make_mut(Arc::make_mut(&mut self.chunks).get_mut(at / CHUNK)?).get_mut(at % CHUNK)
    }
}

impl<T> Default for List<T> {
    fn default() -> List<T> {
        List { chunks: Arc::default(), len: 0 }
    }
}

impl<T> FromIterator<T> for List<T> {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> List<T> {
        let mut values = values.into_iter();
        let mut chunks = Vec::new();
        let mut len = 0;
        loop {
            let mut chunk = Vec::with_capacity(CHUNK);
            chunk.extend(values.by_ref().take(CHUNK));
            if chunk.is_empty() {
                return List { chunks: Arc::new(chunks), len };
            }
            len += chunk.len();
            chunk.shrink_to_fit();
            chunks.push(Arc::new(chunk));
        }
    }
}

impl<T> From<Vec<T>> for List<T> {
    fn from(values: Vec<T>) -> List<T> {
        values.into_iter().collect()
    }
}

impl<T> Index<usize> for List<T> {
    type Output = T;

    #[expect(clippy::indexing_slicing, reason = "it is what an index is: as for a slice, there has to be one")]
    fn index(&self, at: usize) -> &T {
        &self.chunks[at / CHUNK][at % CHUNK]
    }
}

impl<'a, T> IntoIterator for &'a List<T> {
    type Item = &'a T;
    type IntoIter = Values<'a, T>;

    fn into_iter(self) -> Values<'a, T> {
        self.iter()
    }
}

/// The values of a list, in order.
#[derive(Debug)]
pub struct Values<'a, T> {
    list: &'a List<T>,
    front: usize,
    back: usize,
}

impl<T> Clone for Values<'_, T> {
    fn clone(&self) -> Self {
        Values { list: self.list, front: self.front, back: self.back }
    }
}

impl<'a, T> Iterator for Values<'a, T> {
    type Item = &'a T;

    fn next(&mut self) -> Option<&'a T> {
        if self.front == self.back {
            return None;
        }
        self.front += 1;
        self.list.get(self.front - 1)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.back - self.front;
        (left, Some(left))
    }
}

impl<'a, T> DoubleEndedIterator for Values<'a, T> {
    fn next_back(&mut self) -> Option<&'a T> {
        if self.front == self.back {
            return None;
        }
        self.back -= 1;
        self.list.get(self.back)
    }
}

impl<T> ExactSizeIterator for Values<'_, T> {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_of_one_copy_leaves_the_other_as_it_was() {
        let old: List<usize> = (0..1000).collect();
        let mut new = old.clone();
        *new.get_mut(500).unwrap_or(&mut 0) = 7;
        assert_eq!((old[500], new[500], old.len(), new.get(1000)), (500, 7, 1000, None));
        let different = old.iter().zip(&new).filter(|(a, b)| a != b).count();
        let shared = old.chunks.iter().zip(new.chunks.iter()).filter(|(a, b)| Arc::ptr_eq(a, b)).count();
        assert_eq!((different, shared), (1, old.chunks.len() - 1));
        assert_eq!(old.iter().rev().take(2).collect::<Vec<_>>(), [&999, &998]);
        assert_eq!((old.partition_point(|one| *one < 333), old.partition_point(|_| true)), (333, 1000));
    }
}
