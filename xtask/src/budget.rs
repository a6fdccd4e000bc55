//! What the first visit downloads, and how much that may be.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

/// The most that the first load of the page may weigh, compressed as web servers do it: 1.83 MiB. Reading what
/// figures are about takes 68 kB of it, weighing what does not come out 51 kB, writing files again as other
/// programs had them some 55 kB, and whole pages, taken and shown again, 12 kB.
pub(crate) const PAGE: u64 = 183 * 1024 * 1024 / 100;

/// The most that the npm package may weigh in a page, either way of loading it.
pub(crate) const PACKAGE: u64 = 1_600_000;

/// One file of the page.
struct File {
    name: String,
    bytes: u64,
    compressed: u64,
}

/// A table of the files in a folder and their sizes; an error where they are over the budget.
pub(crate) fn check(folder: &Path, names: &[String], budget: u64) -> Result<String> {
    let files = names.iter().map(|name| {
        let bytes = fs::read(folder.join(name)).with_context(|| format!("cannot read {name}"))?;
        Ok(File { name: name.clone(), bytes: bytes.len() as u64, compressed: compressed(&bytes)? })
    });
    let files = files.collect::<Result<Vec<_>>>()?;
    let total: u64 = files.iter().map(|file| file.compressed).sum();
    let table = table(folder, &files, total, budget);
    if total > budget {
        bail!(
            "{table}what is loaded first is over its budget of {} bytes by {}: find what has grown above",
            grouped(budget),
            grouped(total - budget)
        );
    }
    Ok(table)
}

/// The size after brotli at its best, as servers keep static files.
fn compressed(bytes: &[u8]) -> Result<u64> {
    let params = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut out, &params).context("cannot compress")?;
    Ok(out.len() as u64)
}

fn table(folder: &Path, files: &[File], total: u64, budget: u64) -> String {
    let mut table = format!("\n{:>12} {:>12}  in {}\n", "bytes", "brotli", folder.display());
    for File { name, bytes, compressed } in files {
        let _ = writeln!(table, "{:>12} {:>12}  {name}", grouped(*bytes), grouped(*compressed));
    }
    let all = files.iter().map(|file| file.bytes).sum();
    let part = total * 100 / budget;
    let _ = writeln!(table, "{:>12} {:>12}  in all, {part} % of the budget", grouped(all), grouped(total));
    table
}

/// A number with its thousands apart: `1 234 567`.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(' ');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart() {
        assert_eq!(grouped(0), "0");
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(1_234_567), "1 234 567");
    }

    #[test]
    fn what_is_over_the_budget_is_refused() {
        let folder = tempfile::TempDir::new().unwrap();
        // Noise, which does not get smaller.
        let mut state = 1_u64;
        let mut noise = |len: usize| -> Vec<u8> {
            (0..len)
                .map(|_| {
                    state =
                        state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                    (state >> 56) as u8
                })
                .collect()
        };
        fs::write(folder.path().join("a"), noise(1_000)).unwrap();
        fs::write(folder.path().join("b"), noise(PAGE as usize)).unwrap();
        assert!(check(folder.path(), &["a".to_string()], PAGE).unwrap().contains("1 000"));
        let error = check(folder.path(), &["a".to_string(), "b".to_string()], PAGE).unwrap_err();
        assert!(error.to_string().contains("over its budget"), "{error}");
    }
}
