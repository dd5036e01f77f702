//! C: what a conversion left behind.
