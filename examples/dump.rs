fn main() {
    let bytes = std::fs::read(std::env::args().nth(1).unwrap()).unwrap();
    match gouji::intake::read(&bytes, &gouji::intake::encoding::Native) {
        Ok(i) => {
            println!("{}", i.text);
            for n in i.notes {
                println!("## {} {}", n.remark.code(), n.count);
            }
        }
        Err(e) => println!("ERR {e:?}"),
    }
}
