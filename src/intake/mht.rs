//! A page saved whole in one file: a mail with the page, the pages in its frames and
//! their pictures. Of the mail format only what browsers and Office write is read: parts
//! between boundaries, and their transfer encodings.

use super::Intake;
use super::encoding::Decoder;
use super::html;
use super::kind::{self, Kind};
use super::refusal::Refusal;

/// The deepest nesting of parts: a page with its pictures beside a plain text is two.
const DEPTH: usize = 4;

/// The most pages in one file: a page and those in its frames.
const PAGES: usize = 32;

/// Reads the page of a saved file: the first that holds a report, else the first.
///
/// # Errors
/// When it holds no page, or the page is not read.
pub fn read(bytes: &[u8], decoder: &dyn Decoder) -> Result<Intake, Refusal> {
    let mut pages = Vec::new();
    find_pages(bytes, DEPTH, &mut pages);
    let holds_report = pages.iter().position(|page| html::holds_report(page, decoder));
    let page = pages.get(holds_report.unwrap_or(0)).ok_or(Refusal::Damaged(Kind::Mht))?;
    html::page(page, Kind::Mht, decoder)
}

/// The pages among the parts of `bytes`, their transfer encodings undone.
fn find_pages(bytes: &[u8], depth: usize, pages: &mut Vec<Vec<u8>>) {
    let Some((head, body)) = head_and_body(bytes) else { return };
    let kind = field(&head, "content-type").unwrap_or_default();
    let lower = kind.to_ascii_lowercase();
    if pages.len() < PAGES && (lower.starts_with("text/html") || lower.starts_with("application/xhtml")) {
        let encoding = field(&head, "content-transfer-encoding").unwrap_or_default();
        pages.push(match encoding.trim().to_ascii_lowercase().as_str() {
            "quoted-printable" => quoted_printable(body),
            "base64" => base64(body),
            _ => body.to_vec(),
        });
        return;
    }
    let boundary = parameter(&kind, "boundary").filter(|boundary| !boundary.is_empty());
    let Some(boundary) = boundary.filter(|_| depth > 0 && lower.starts_with("multipart/")) else { return };
    let mark = [b"--", boundary.as_bytes()].concat();
    let mut marks = memchr::memmem::find_iter(body, &mark).peekable();
    while let Some(start) = marks.next() {
        let part = &body[start + mark.len()..marks.peek().copied().unwrap_or(body.len())];
        if part.starts_with(b"--") {
            return;
        }
        find_pages(part.trim_ascii_start(), depth - 1, pages);
    }
}

/// The fields before the first empty line, and what comes after it. Long fields go on
/// in lines that begin with white space.
fn head_and_body(bytes: &[u8]) -> Option<(String, &[u8])> {
    let ends: [&[u8]; 2] = [b"\r\n\r\n", b"\n\n"];
    let end = ends.iter().filter_map(|end| Some((kind::find(bytes, end)?, end.len()))).min()?;
    let head = String::from_utf8_lossy(&bytes[..end.0]).replace("\r\n", "\n");
    let head = head.replace("\n\t", " ").replace("\n ", " ");
    Some((head, &bytes[end.0 + end.1..]))
}

fn field(head: &str, name: &str) -> Option<String> {
    head.lines().find_map(|line| {
        let (field, value) = line.split_once(':')?;
        field.trim().eq_ignore_ascii_case(name).then(|| value.trim().to_string())
    })
}

/// A parameter of a field's value, without its quotes.
fn parameter(value: &str, name: &str) -> Option<String> {
    value.split(';').skip(1).find_map(|part| {
        let (key, value) = part.split_once('=')?;
        key.trim().eq_ignore_ascii_case(name).then(|| value.trim().trim_matches('"').to_string())
    })
}

fn quoted_printable(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let rest = &bytes[at..];
        if rest[0] != b'=' {
            out.push(rest[0]);
            at += 1;
        } else if let (Some(high), Some(low)) = (hex(rest.get(1)), hex(rest.get(2))) {
            out.push(high << 4 | low);
            at += 3;
        } else if rest.starts_with(b"=\r\n") {
            at += 3;
        } else if rest.starts_with(b"=\n") {
            at += 2;
        } else {
            out.push(b'=');
            at += 1;
        }
    }
    out
}

fn hex(byte: Option<&u8>) -> Option<u8> {
    (*byte? as char).to_digit(16).map(|digit| digit as u8)
}

fn base64(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0);
    for byte in bytes {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            b'=' => break,
            _ => continue,
        };
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            out.push((bits >> count) as u8);
        }
    }
    out
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use crate::intake::encoding::Native;

    fn saved(encoding: &str, body: &str) -> String {
        format!(
            "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\
             \tboundary=\"----=_Part 1\"\r\n\r\n\r\n------=_Part 1\r\nContent-Type: text/html\r\n\
             Content-Transfer-Encoding: {encoding}\r\n\r\n{body}\r\n------=_Part 1\r\nContent-Type: image/png\r\n\r\nx\r\n------=_Part 1--\r\n"
        )
    }

    #[test]
    fn the_page_is_read_in_every_transfer_encoding() {
        for (encoding, body) in [
            ("quoted-printable", "<p class=3D\"a\">=E5=B9=B4=\r\n=E6=8A=A5</p>"),
            ("base64", "PHA+5bm0\r\n5oqlPC9wPg=="),
            ("binary", "<p>年报</p>"),
        ] {
            let intake = read(saved(encoding, body).as_bytes(), &Native).expect("a page");
            assert_eq!((intake.format, intake.text.as_str()), ("mht", "年报\n"), "{encoding}");
        }
    }

    #[test]
    fn of_several_pages_the_one_with_the_report_is_read() {
        let report = "<p>一、总体情况<p>二、主动公开政府信息情况<p>三、收到和处理政府信息公开申请情况<p>五、存在的主要问题";
        let frame = format!("------=_Part 1\r\nContent-Type: text/html\r\n\r\n{report}\r\n------=_Part 1--");
        let saved = saved("binary", "<p>首页").replace("------=_Part 1--", &frame);
        let intake = read(saved.as_bytes(), &Native).expect("a page");
        assert!(intake.text.starts_with("一、总体情况\n二、"), "{}", intake.text);
    }

    #[test]
    fn what_holds_no_page_is_damaged() {
        let whole = saved("binary", "<p>年报</p>");
        for text in [&whole[..60], &whole.replace("text/html\r", "text/plain\r"), "MIME-Version: 1.0\r\n\r\n"]
        {
            assert_eq!(read(text.as_bytes(), &Native), Err(Refusal::Damaged(Kind::Mht)), "{text}");
        }
    }
}
