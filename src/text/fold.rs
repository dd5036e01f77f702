//! Width folding: what labels look like when brackets, widths and spaces do not count.
