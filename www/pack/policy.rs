//! Content security policies: the page's own, and what a server can say of it.

use sha2::{Digest, Sha256};

use crate::base64;

/// What the policies allow by its hash.
pub struct Allowed {
    scripts: Vec<String>,
    style: String,
}

impl Allowed {
    /// Allows these scripts and this style, and no others.
    pub fn new(scripts: &[&str], style: &str) -> Self {
        Self { scripts: scripts.iter().map(|script| hash(script)).collect(), style: hash(style) }
    }

    /// The page's own policy: no request to anywhere, no script and no style but those
    /// in the page; a worker and a manifest from its own place alone.
    ///
    /// There is no `script-src` on purpose: Chromium before 97 would read it as
    /// forbidding WebAssembly. `script-src-elem` names the scripts all the same.
    pub fn own(&self) -> String {
        let directives = [
            format!("script-src-elem {}", self.scripts.join(" ")),
            format!("style-src {}", self.style),
            "connect-src 'none'; img-src 'self' data:; font-src 'none'; media-src 'none'; object-src 'none'; \
             frame-src 'none'; child-src 'none'; worker-src 'self'; manifest-src 'self'; form-action 'none'; \
             base-uri 'none'; require-trusted-types-for 'script'; trusted-types gouji"
                .to_string(),
        ];
        format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">", directives.join("; "))
    }

    /// A file of the server's settings with the hashes in it.
    pub fn fill(&self, settings: &str) -> String {
        settings.replace("{scripts}", &self.scripts.join(" ")).replace("{style}", &self.style)
    }
}

fn hash(source: &str) -> String {
    format!("'sha256-{}'", base64(&Sha256::digest(source.as_bytes())))
}
