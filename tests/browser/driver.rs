//! What the tests need of a browser's program, whichever it is.

use std::path::Path;

use serde_json::Value;

/// What a mouse does at a point of the window.
#[derive(Clone, Copy)]
pub enum Mouse {
    Move,
    /// So many clicks in a row.
    Click(u32),
}

/// A browser with one page, driven over its own remote protocol.
pub trait Driver {
    /// Goes to `url` and does not wait.
    fn navigate(&mut self, url: &str);

    /// The value of an expression in the page, run as if the user had asked for it; a
    /// promise is waited for.
    ///
    /// # Panics
    /// When the expression throws.
    fn eval(&mut self, expression: &str) -> Value;

    /// Uses the mouse at a point, in CSS pixels of the window.
    fn mouse(&mut self, act: Mouse, x: f64, y: f64);

    /// Presses a key by its `KeyboardEvent` name; in `modifiers` 1 is Alt, 2 is Ctrl, 4 is
    /// Meta, 8 is Shift. `commands` are what the key makes an editor do, for a browser
    /// that does not know it by itself when it has no window.
    fn press(&mut self, key: &str, code: &str, modifiers: u32, commands: &[&str]);

    /// Types characters one by one.
    fn type_in(&mut self, text: &str);

    /// Shows what an input method is composing.
    fn compose(&mut self, text: &str);

    /// Ends what is being composed with `text`.
    fn commit(&mut self, text: &str);

    /// Makes the window's inside as big as told, in CSS pixels.
    fn resize(&mut self, width: u32, height: u32);

    /// Says what the system is set to by media features, and for which medium is drawn:
    /// `print`, or nothing for the screen.
    fn media(&mut self, medium: &str, features: &[(&str, &str)]);

    /// What the window shows, as PNG.
    fn screenshot(&mut self) -> Vec<u8>;

    /// The page printed on A4, as PDF.
    fn print(&mut self) -> Vec<u8>;

    /// Saves what is downloaded into a directory, without asking.
    fn save_to(&mut self, directory: &Path);

    /// Takes the network away, or gives it back.
    fn offline(&mut self, offline: bool);

    /// Records from here on what the browser does, where it can.
    fn trace(&mut self);

    /// Ends the record: the events of the browser's own trace; none where it has none.
    fn traced(&mut self) -> Vec<Value>;

    /// The addresses of all requests of the page so far, `data:` ones left out.
    fn requests(&mut self) -> Vec<String>;

    /// Whatever the console holds that is an error or a warning, violations of the page's
    /// policy included.
    fn complaints(&mut self) -> Vec<String>;
}
