//! Files that are encrypted but open without a password, as most that only forbid
//! changes are. The keys of up to 128 bits are read; longer ones need other ciphers.

use super::cipher::{aes, md5, rc4};
use super::file::File;
use super::object::{Dict, Object};

/// What passwords are filled up with; the empty one is all of it.
const FILLING: [u8; 32] = [
    0x28, 0xbf, 0x4e, 0x5e, 0x4e, 0x75, 0x8a, 0x41, 0x64, 0x00, 0x4e, 0x56, 0xff, 0xfa, 0x01, 0x08, 0x2e,
    0x2e, 0x00, 0xb6, 0xd0, 0x68, 0x3e, 0x80, 0x2f, 0x0c, 0xa9, 0xfe, 0x64, 0x53, 0x69, 0x7a,
];

/// The key of a file.
#[derive(Debug, Clone)]
pub struct Key {
    bytes: Vec<u8>,
    cipher: Cipher,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cipher {
    Rc4,
    Aes,
}

impl Key {
    /// The key that `encryption` and the file's `id` make with the empty password; `None`
    /// where there is another password or another kind of key.
    pub fn open(file: &File, encryption: &Dict, id: &[u8]) -> Option<Self> {
        let number = |key: &str| file.resolve(encryption.get(key)).number();
        let bytes = |key: &str| match file.resolve(encryption.get(key)) {
            Object::Bytes(bytes) => Some(bytes),
            _ => None,
        };
        let (version, revision) = (number("V")? as u8, number("R")? as u8);
        let cipher = match version {
            1 | 2 => Cipher::Rc4,
            4 => cipher(file, encryption)?,
            _ => return None,
        };
        let bits = if version == 4 { 128.0 } else { number("Length").unwrap_or(40.0) };
        let length = if revision < 3 { 5 } else { (bits as usize / 8).clamp(5, 16) };

        let mut words = FILLING.to_vec();
        words.extend(bytes("O")?.get(..32)?);
        words.extend((number("P")? as i64 as u32).to_le_bytes());
        words.extend(id);
        if revision >= 4 && *encryption.get("EncryptMetadata") == Object::False {
            words.extend([0xff; 4]);
        }
        let mut key = md5(&words);
        if revision >= 3 {
            for _ in 0..50 {
                key = md5(&key[..length]);
            }
        }
        let key = &key[..length];
        let (wanted, own) = (bytes("U")?, if revision < 3 { rc4(key, &FILLING) } else { proof(key, id) });
        let is_right = wanted.get(..own.len()) == Some(own.as_slice());
        is_right.then(|| Self { bytes: key.to_vec(), cipher })
    }

    /// Decrypts what the stream with a number holds.
    pub fn decrypted(&self, (number, generation): (u32, u16), bytes: &[u8]) -> Vec<u8> {
        let mut words = self.bytes.clone();
        words.extend(&number.to_le_bytes()[..3]);
        words.extend(generation.to_le_bytes());
        if self.cipher == Cipher::Aes {
            words.extend(b"sAlT");
        }
        let key = md5(&words);
        match self.cipher {
            Cipher::Rc4 => rc4(&key[..(self.bytes.len() + 5).min(16)], bytes),
            Cipher::Aes => aes(&key, bytes),
        }
    }
}

/// What streams are encrypted with, where the file names its ciphers.
fn cipher(file: &File, encryption: &Dict) -> Option<Cipher> {
    let Object::Name(name) = file.resolve(encryption.get("StmF")) else { return None };
    let filters = file.dict(encryption, "CF");
    let (_, filter) = filters.entries().iter().find(|(own, _)| *own == name)?;
    let method = file.resolve(filter).into_dict()?;
    let method = file.resolve(method.get("CFM"));
    match method {
        method if method.is("V2") => Some(Cipher::Rc4),
        method if method.is("AESV2") => Some(Cipher::Aes),
        _ => None,
    }
}

/// What shows from revision 3 on that the password is right.
fn proof(key: &[u8], id: &[u8]) -> Vec<u8> {
    let mut words = FILLING.to_vec();
    words.extend(id);
    let mut out = md5(&words).to_vec();
    for round in 0..20 {
        let key: Vec<u8> = key.iter().map(|byte| byte ^ round).collect();
        out = rc4(&key, &out);
    }
    out
}
