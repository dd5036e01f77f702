//! Characters of which one is looked for.

/// Some characters as a pattern for `str`. Natively an array, which is compared without a
/// loop; in wasm a slice, because searching is compiled anew for arrays of every length.
#[cfg(not(target_arch = "wasm32"))]
macro_rules! any_of {
    ($($character:literal),* $(,)?) => {
        [$($character),*]
    };
}

/// Some characters as a pattern for `str`, as above.
#[cfg(target_arch = "wasm32")]
macro_rules! any_of {
    ($($character:literal),* $(,)?) => {
        &[$($character),*][..]
    };
}
