//! Which of several files belong together: brat's `NAME.ann` and `NAME.txt`, and the `annotation.conf` beside them.

use super::{Error, Format, Import, decode, exchange, read, read_sample};

/// The name of the file in which brat's folders tell their types.
const CONF: &str = "annotation.conf";

/// Groups files by their names: the places of each group's files, the one first that it is called after. A file that belongs to
/// no other is a group of its own; brat's other settings are none.
///
/// ```
/// # use newsmark::formats::groups;
/// assert_eq!(groups(&["b.txt", "annotation.conf", "b.ann", "c.txt"]), [vec![2, 0, 1], vec![3]]);
/// ```
pub fn groups(names: &[&str]) -> Vec<Vec<usize>> {
    let place = |name: &str| names.iter().position(|other| *other == name);
    let has_annotations = names.iter().any(|name| name.ends_with(".ann"));
    let conf = place(CONF);
    let group = |(at, name): (usize, &&str)| {
        let alone = Some(vec![at]);
        if let Some(stem) = name.strip_suffix(".ann") {
            let Some(text) = place(&format!("{stem}.txt")) else { return alone };
            return Some([at, text].into_iter().chain(conf).collect());
        }
        let has_own = name.strip_suffix(".txt").is_some_and(|stem| place(&format!("{stem}.ann")).is_some());
        let is_setting = has_annotations && name.ends_with(".conf");
        alone.filter(|_| !has_own && !is_setting)
    };
    names.iter().enumerate().filter_map(group).collect()
}

/// Reads the files of a group, each with its name.
///
/// ```
/// # use newsmark::formats::read_files;
/// let file = |name: &str, text: &str| (name.to_owned(), text.as_bytes().to_vec());
/// let import = read_files(&[file("a.ann", "T1\tLOC 0 4\tRome\n"), file("a.txt", "Rome won.")]).unwrap();
/// assert_eq!(import.documents[0].quote(&import.documents[0].annotations()[0]), "Rome");
/// ```
///
/// # Errors
///
/// Where they cannot be read; of which file, the error tells where there are several.
pub fn read_files(files: &[(String, Vec<u8>)]) -> Result<Import, Error> {
    if let [(_, bytes)] = files {
        return read(bytes, None);
    }
    let text = |(name, bytes): &(String, Vec<u8>)| match decode(bytes) {
        // A byte order mark stays: brat counts it as a character.
        Ok(text) => Ok((name.clone(), std::str::from_utf8(bytes).unwrap_or(text).to_owned())),
        Err(error) => Err(error.with_file(name.as_str())),
    };
    let files: Vec<(String, String)> = files.iter().map(text).collect::<Result<_, Error>>()?;
    read_sample(&exchange::Sample::of_archive(files), Format::Brat)
}
