use std::io::{self, BufWriter, Write};

use crate::document::Document;
use crate::formats::{Format, Problem, ProblemKind, Writer, export_file, jsonl};
use crate::text::Unit;

/// Standard output.
pub(super) struct Output {
    out: BufWriter<io::StdoutLock<'static>>,
}

impl Default for Output {
    fn default() -> Output {
        Output { out: BufWriter::new(io::stdout().lock()) }
    }
}

impl Output {
    /// Writes `text` and sends it off.
    pub(super) fn write(&mut self, text: &str) -> io::Result<()> {
        self.write_bytes(text.as_bytes())
    }

    /// The same of bytes that may be no text.
    pub(super) fn write_bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.out.write_all(bytes)?;
        self.out.flush()
    }

    pub(super) fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Writes documents in a format, one at a time.
pub(super) enum Documents {
    /// The only document, as a file of its own.
    One(Format),
    /// Lines.
    Lines(Unit),
    /// Many documents in one file.
    Many(Writer),
}

impl Documents {
    pub(super) fn new(format: Format, offsets: Unit, is_one: bool) -> Documents {
        match format {
            Format::Jsonl => Documents::Lines(offsets),
            _ if is_one => Documents::One(format),
            _ => Documents::Many(Writer::new(format)),
        }
    }

    /// Writes a document. Lines know it by `id`, and their offsets count in the `given` text.
    pub(super) fn write(
        &mut self,
        output: &mut Output,
        (id, given): (&str, &str),
        document: &Document,
    ) -> io::Result<()> {
        match self {
            Documents::One(format) => output.write_bytes(&export_file(document, *format)),
            Documents::Lines(unit) => output.write(&jsonl::line_in(id, document, given, *unit)),
            Documents::Many(writer) => output.write(&writer.document(document)),
        }
    }

    /// Whether it is of no account that the documents' line ends are not as they were given.
    pub(super) fn keeps_given_text(&self) -> bool {
        matches!(self, Documents::Lines(_))
    }

    pub(super) fn finish(self, output: &mut Output) -> io::Result<()> {
        match self {
            Documents::Many(writer) => output.write_bytes(&writer.finish()),
            Documents::One(_) | Documents::Lines(_) => Ok(()),
        }
    }
}

/// What goes to standard error.
#[derive(Default)]
pub(super) struct Log {
    has_failed: bool,
}

impl Log {
    /// Says what is odd about an input.
    pub(super) fn warn(&mut self, name: &str, message: &str) {
        // Where standard error is closed there is nobody to tell.
        let _ = writeln!(io::stderr().lock(), "{name}: {message}");
    }

    /// Says why an input failed; the exit status will say so too.
    pub(super) fn fail(&mut self, name: &str, message: &str) {
        self.has_failed = true;
        self.warn(name, message);
    }

    /// Says what had to be changed to read an input. What was left out altogether is a failure;
    /// `keeps_text` tells that changes to the text are of no account.
    pub(super) fn problems(&mut self, name: &str, problems: &[Problem], keeps_text: bool) {
        for problem in problems {
            match problem.kind {
                ProblemKind::Text if keeps_text => {}
                ProblemKind::Skipped => self.fail(name, &problem.message),
                _ => self.warn(name, &problem.message),
            }
        }
    }

    pub(super) fn has_failed(&self) -> bool {
        self.has_failed
    }
}
