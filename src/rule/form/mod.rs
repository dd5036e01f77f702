//! F: forms and editions.
