//! Sets of codes of capital letters, a bit for each: a code is looked up in no time.

/// What can follow the same letters: a bit per last letter.
pub(super) type Lasts = u32;

/// Adds a last letter.
pub(super) const fn with(lasts: Lasts, last: u8) -> Lasts {
    lasts | 1 << place(last)
}

/// Whether the set has this last letter.
#[inline]
pub(super) fn has(lasts: Option<&Lasts>, last: u8) -> bool {
    lasts.and_then(|lasts| lasts.checked_shr(u32::from(place(last)))).is_some_and(|lasts| lasts & 1 == 1)
}

/// Of a capital letter 0 to 25, of any other byte more.
#[inline]
pub(super) const fn place(letter: u8) -> u8 {
    letter.wrapping_sub(b'A')
}
