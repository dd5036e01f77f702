//! The page in a real browser.

mod browser;

use browser::{Browser, Server, dist};

#[test]
fn look() {
    let server = Server::start(dist());
    let mut b = Browser::open(&server.url, 1440, 900);
    println!("{:?}", b.requests());
    b.screenshot("empty.png");
    b.fill(include_str!("../www/samples/faulty-2021.txt"));
    b.screenshot("x.png");
    println!("{:#?}", b.complaints());
    println!("{}", b.text("document.getElementById('verdict').innerText"));
}
