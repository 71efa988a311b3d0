//! Which items of a list are moved.

/// Which items stay where they are while the others are moved around them, so that as few as possible move. An item is
/// at its new place in `old_places`, with the place where it was; those that are new have been nowhere. What is
/// `pinned` stays in any case, as far as two of them allow each other to.
pub(crate) fn unmoved(old_places: &[Option<usize>], pinned: &[usize]) -> Vec<bool> {
    let mut places = old_places.to_vec();
    for pin in pinned {
        let Some(old_of_pin) = places[*pin] else { continue };
        for (new, old) in places.iter_mut().enumerate() {
            // What was on the other side of it goes past it.
            *old = old.filter(|old| new.cmp(pin) == old.cmp(&old_of_pin));
        }
    }
    longest_rising(&places)
}

/// The members of the longest row of numbers that rise.
fn longest_rising(numbers: &[Option<usize>]) -> Vec<bool> {
    // Of each length, where the row ends whose last number is the lowest; and for each number, the one before it.
    let mut ends: Vec<usize> = Vec::new();
    let mut before = vec![None; numbers.len()];
    for (at, number) in numbers.iter().enumerate().filter(|(_, number)| number.is_some()) {
        let length = ends.partition_point(|end| numbers[*end] < *number);
        before[at] = length.checked_sub(1).map(|shorter| ends[shorter]);
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut members = vec![false; numbers.len()];
    let mut next = ends.last().copied();
    while let Some(at) = next {
        members[at] = true;
        next = before[at];
    }
    members
}

#[cfg(test)]
mod tests {
    use super::unmoved;

    fn moved(old: &[usize], pinned: &[usize]) -> Vec<usize> {
        let places: Vec<_> = old.iter().copied().map(Some).collect();
        let stays = unmoved(&places, pinned);
        old.iter().zip(stays).filter(|(_, stays)| !stays).map(|(old, _)| *old).collect()
    }

    #[test]
    fn as_few_items_move_as_can_be() {
        assert!(moved(&[], &[]).is_empty());
        assert!(moved(&[0, 1, 2, 3], &[]).is_empty());
        assert!(moved(&[2, 5, 9], &[]).is_empty(), "some have gone");
        assert_eq!(moved(&[3, 0, 1, 2], &[]), [3], "the last comes first");
        assert_eq!(moved(&[1, 2, 3, 0], &[]), [0], "the first comes last");
        assert_eq!(moved(&[3, 2, 1, 0], &[]).len(), 3, "the order turns");
        let stays = unmoved(&[Some(1), None, Some(0), Some(2)], &[]);
        assert_eq!(stays.iter().filter(|stays| **stays).count(), 2, "one is new");
    }

    #[test]
    fn what_is_pinned_stays() {
        assert_eq!(moved(&[3, 0, 1, 2], &[0]), [0, 1, 2], "the last comes first");
        assert_eq!(moved(&[1, 2, 3, 0], &[3]), [1, 2, 3], "the first comes last");
        for pin in 0..4 {
            assert!(!moved(&[3, 2, 1, 0], &[pin]).contains(&(3 - pin)), "the order turns around {pin}");
        }
        assert_eq!(moved(&[1, 0], &[0, 1]), [0], "two that cannot both stay");
    }
}
