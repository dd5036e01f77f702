//! The core as a module for JavaScript, without the page: what portals embed, and
//! what the page itself calls. Natively there is nothing of it.

#[cfg(target_arch = "wasm32")]
mod api;

fn main() {}
