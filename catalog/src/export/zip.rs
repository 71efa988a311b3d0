//! A ZIP archive whose files are stored as they are, with nothing compressed (PKWARE's APPNOTE, 4.3).

/// 1 January 1980, the first day that an archive knows: the same content is the same archive on any day.
const DAY: u16 = 0x21;

/// An archive of these files: their names and contents.
pub(super) fn zip(files: &[(&str, String)]) -> Vec<u8> {
    let mut archive = Vec::new();
    // What stands at the end: where each file is.
    let mut directory = Vec::new();
    for (name, content) in files {
        let at = archive.len();
        let mut about = Vec::new();
        // The version that reads it, no flag but that the name is UTF-8, stored, and the time.
        [20, 0x0800, 0, 0, DAY].iter().for_each(|number: &u16| about.extend(number.to_le_bytes()));
        push_numbers(&mut about, &[crc_32(content.as_bytes()) as usize, content.len(), content.len()]);
        // The length of the name, and in the upper half that nothing more is said.
        push_numbers(&mut about, &[name.len()]);
        push(&mut archive, &[b"PK\x03\x04", &about, name.as_bytes(), content.as_bytes()]);
        // In the directory also who made it, what a comment would be, and where the file begins.
        push(&mut directory, &[b"PK\x01\x02\x14\0", &about, &[0; 10]]);
        push_numbers(&mut directory, &[at]);
        push(&mut directory, &[name.as_bytes()]);
    }
    let at = archive.len();
    push(&mut archive, &[&directory, b"PK\x05\x06\0\0\0\0"]);
    // The number of files, on this disk and on all.
    push_numbers(&mut archive, &[(files.len() << 16) + files.len(), directory.len(), at]);
    push(&mut archive, &[&[0; 2]]);
    archive
}

fn push(out: &mut Vec<u8>, parts: &[&[u8]]) {
    parts.iter().for_each(|part| out.extend(*part));
}

/// Numbers of four bytes, the lowest first. A dataset is far from the 4 GB that an archive of this form can hold.
fn push_numbers(out: &mut Vec<u8>, numbers: &[usize]) {
    numbers.iter().for_each(|number| out.extend((*number as u32).to_le_bytes()));
}

/// The checksum of ISO 3309, bit by bit: a table would be faster, and is not needed for a press of a button.
fn crc_32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| (sum >> 1) ^ (0xedb8_8320 * (sum & 1)))
    })
}
