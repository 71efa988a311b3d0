//! The map as arrow keys go through it.

/// Where an arrow key leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// To the west.
    Left,
    /// To the east.
    Right,
    /// To the north.
    Up,
    /// To the south.
    Down,
}

/// The point that an arrow key leads to from the point at `from`; `None` where the map ends.
///
/// Points have their origin at the top left, as on a screen. Only what lies within 45 degrees of the direction
/// counts; of that it is the nearest by steps along and across. To weigh steps across more leads past neighbours,
/// from Spain up to Ireland; the straight line leads from France to Luxembourg before Switzerland.
#[must_use]
pub fn neighbour(points: &[(i32, i32)], from: usize, direction: Direction) -> Option<usize> {
    let &(x, y) = points.get(from)?;
    let distance = |&(to_x, to_y): &(i32, i32)| {
        let (right, down) = (to_x - x, to_y - y);
        let (along, across) = match direction {
            Direction::Left => (-right, down),
            Direction::Right => (right, down),
            Direction::Up => (-down, right),
            Direction::Down => (down, right),
        };
        let across = across.abs();
        (along > 0 && across <= along).then_some(along + across)
    };
    let reached = points.iter().enumerate().filter_map(|(at, point)| Some((distance(point)?, at)));
    reached.min().map(|(_, at)| at)
}
