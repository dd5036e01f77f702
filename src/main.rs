//! One binary, two faces: in wasm it mounts the page, natively it is the command line.

#[cfg(target_arch = "wasm32")]
mod app;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    gouji::cli::main()
}

#[cfg(target_arch = "wasm32")]
fn main() {
    app::start();
}
