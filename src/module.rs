//! The core as a module for JavaScript, without the page: what portals embed, and
//! what the page itself calls. Natively there is nothing of it.

// Nor is there a main function in wasm: it would begin with what a program needs.
#![cfg_attr(target_arch = "wasm32", no_main)]

#[cfg(target_arch = "wasm32")]
mod api;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
