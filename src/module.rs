//! The core as a module for JavaScript, without the page: what portals embed, and
//! what the page itself calls. Natively there is nothing of it.

// Nor is there a main function in wasm: it would begin with what a program needs.
#![cfg_attr(target_arch = "wasm32", no_main)]

#[cfg(target_arch = "wasm32")]
mod api;

#[cfg(target_arch = "wasm32")]
mod memory {
    use rlsf::{GlobalTlsf, GlobalTlsfOptions};

    // A third of the code of the standard library's allocator, which looks for the best
    // place where this one takes a good one at once.
    #[global_allocator]
    static ALLOCATOR: GlobalTlsf<InPlace> = GlobalTlsf::new();

    /// Lists grow where they stand if they can: a large text would need half as much
    /// memory again if they were copied. Pools are not joined, which would be more code.
    struct InPlace;

    impl GlobalTlsfOptions for InPlace {
        const COALESCE_POOLS: bool = false;
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
