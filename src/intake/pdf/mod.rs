//! PDFs with a layer of text, as word processors and browsers write them. Tables are
//! rebuilt from the lines between their cells, paragraphs from the lines of writing.
//!
//! Written here because the PDF crates weigh several times as much in the page, and
//! read much that no report needs: what is needed is the objects, three filters, the
//! fonts' tables to characters, and where characters and lines are drawn.

mod beside;
mod cipher;
mod cmap;
mod content;
mod crypt;
mod document;
mod drawing;
mod file;
mod filter;
mod flow;
mod font;
mod grid;
mod heads;
mod layout;
mod lexer;
mod matrix;
mod names;
mod object;
mod page;

use super::Intake;
use super::canonical::{self, Block};
use super::encoding::Decoder;
use super::kind::Kind;
use super::refusal::Refusal;
use super::remark::Remark;

use content::Content;
use file::File;
use matrix::Matrix;
use object::{Dict, Object};
use page::Page;

/// The most pages that are read.
const PAGES: usize = 2000;

/// The most characters and lines of pages that are kept to see which belong beside each
/// other.
const KEPT: usize = 1 << 20;

/// How deep the tree of pages may be.
const DEPTH: usize = 32;

/// Reads a PDF.
///
/// # Errors
/// When it is damaged, encrypted, has no layer of text or none that is known, or grows
/// over a cap.
pub fn read(bytes: &[u8], decoder: &dyn Decoder) -> Result<Intake, Refusal> {
    let file = File::open(bytes)?;
    let mut leaves = Vec::new();
    let mut seen = Vec::new();
    let above = Inherited { resources: Dict::default(), media_box: None, turn: 0.0 };
    collect(&file, file.root()?.get("Pages"), &above, DEPTH, &mut seen, &mut leaves);
    if leaves.is_empty() {
        for dict in file.loose_pages().into_iter().take(PAGES) {
            let own = above.with(&file, &dict);
            leaves.push((dict, own));
        }
    }
    let mut content = Content::new(&file, decoder);
    let mut document = document::Document::default();
    let mut sums = Page::default();
    let (mut glyphs, mut length, mut kept) = (0, 0, 0);
    let mut pages = Vec::new();
    for (dict, inherited) in &leaves {
        let (matrix, size) = inherited.shown();
        let mut page = Page { size, ..Page::default() };
        content.draw(dict.get("Contents"), &inherited.resources, matrix, &mut page)?;
        glyphs += page.glyphs.len();
        sums.pictures += page.pictures;
        sums.invisible += page.invisible;
        sums.unread += page.unread;
        page.turn_upright();
        sums.askew += page.askew;
        length += page.words.len();
        if length > crate::text::TEXT_CAP {
            return Err(Refusal::TooLarge);
        }
        kept += page.glyphs.len() + page.hidden.len() + page.lines.len();
        pages.push(page);
        if kept > KEPT {
            std::mem::take(&mut pages).iter().for_each(|page| document.add(page));
            kept = 0;
        }
    }
    beside::join(pages).iter().for_each(|page| document.add(page));
    if file.is_exhausted() {
        return Err(Refusal::TooLarge);
    }
    if glyphs == 0 {
        return Err(if leaves.is_empty() { Refusal::Damaged(Kind::Pdf) } else { Refusal::Scanned });
    }
    // A layer of which so much is lost misleads.
    if sums.unread * 4 > glyphs {
        return Err(Refusal::Fonts);
    }
    let mut blocks = Vec::new();
    let mut remark = |remark, count| {
        if count > 0 {
            blocks.push(Block::Remark(remark, count));
        }
    };
    remark(Remark::PdfLayout, 1);
    remark(Remark::UnknownGlyph, sums.unread);
    remark(Remark::Askew, sums.askew);
    remark(Remark::Picture, sums.pictures);
    if sums.invisible * 2 > glyphs {
        remark(Remark::Recognized, 1);
    }
    blocks.extend(document.finish());
    canonical::write(Kind::Pdf.key(), &blocks)
}

/// What pages have from the tree above them.
#[derive(Debug, Clone)]
struct Inherited {
    resources: Dict,
    media_box: Option<[f32; 4]>,
    turn: f32,
}

impl Inherited {
    /// What holds below `dict`.
    fn with(&self, file: &File, dict: &Dict) -> Self {
        let mut own = self.clone();
        if let Some(resources) = file.resolve(dict.get("Resources")).into_dict() {
            own.resources = resources;
        }
        for key in ["MediaBox", "CropBox"] {
            if let [a, b, c, d] = file.numbers(dict.get(key))[..] {
                let sides = [a.min(c), b.min(d), a.max(c), b.max(d)];
                if sides[2] - sides[0] > 1.0 && sides[3] - sides[1] > 1.0 {
                    own.media_box = Some(sides);
                }
            }
        }
        if let Some(turn) = file.resolve(dict.get("Rotate")).number() {
            own.turn = turn;
        }
        own
    }

    /// From the file's places, which count from the lower left, to those on the page as
    /// it is shown; and how large it is then.
    fn shown(&self) -> (Matrix, (f32, f32)) {
        let [left, bottom, right, top] = self.media_box.unwrap_or([0.0, 0.0, 595.0, 842.0]);
        let (width, height) = (right - left, top - bottom);
        match (self.turn / 90.0).rem_euclid(4.0) as u32 {
            1 => (Matrix([0.0, 1.0, 1.0, 0.0, -bottom, -left]), (height, width)),
            2 => (Matrix([-1.0, 0.0, 0.0, 1.0, right, -bottom]), (width, height)),
            3 => (Matrix([0.0, -1.0, -1.0, 0.0, top, right]), (height, width)),
            _ => (Matrix([1.0, 0.0, 0.0, -1.0, -left, top]), (width, height)),
        }
    }
}

/// Collects the pages in their order.
fn collect(
    file: &File,
    object: &Object,
    above: &Inherited,
    depth: usize,
    seen: &mut Vec<u32>,
    leaves: &mut Vec<(Dict, Inherited)>,
) {
    if depth == 0 || leaves.len() >= PAGES || seen.len() > 4 * PAGES {
        return;
    }
    // A tree in a circle ends.
    if let Object::Reference(number) = object {
        if seen.contains(number) {
            return;
        }
        seen.push(*number);
    }
    let Some(dict) = file.resolve(object).into_dict() else { return };
    let own = above.with(file, &dict);
    if *dict.get("Kids") == Object::Null {
        if !dict.get("Type").is("Pages") {
            leaves.push((dict, own));
        }
        return;
    }
    for kid in file.items(dict.get("Kids")) {
        collect(file, &kid, &own, depth - 1, seen, leaves);
    }
}
