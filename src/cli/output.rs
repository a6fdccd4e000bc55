use std::collections::BTreeSet;
use std::io::{self, BufWriter, Write};

#[cfg(feature = "parquet")]
use super::parquet;
use super::progress::Progress;
use crate::document::Document;
#[cfg(feature = "parquet")]
use crate::formats::Record;
use crate::formats::{Format, Loss, Part, Problem, ProblemKind, Writer, export_file, jsonl, tell_losses};
use crate::text::{Unit, reveal};

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
    /// Writes `text`.
    pub(super) fn write(&mut self, text: &str) -> io::Result<()> {
        self.write_bytes(text.as_bytes())
    }

    /// The same of bytes that may be no text.
    pub(super) fn write_bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.out.write_all(bytes)
    }

    /// Sends off what is written.
    pub(super) fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Writes documents in a format, one at a time.
pub(super) struct Documents {
    shape: Shape,
    writer: Writer,
    #[cfg(feature = "parquet")]
    table: parquet::Writer,
}

/// How a document is written, whatever else is: by several threads at once.
#[derive(Clone, Copy)]
pub(super) enum Shape {
    /// The only document, as a file of its own.
    Alone(Format),
    /// A line.
    Line(Unit),
    /// One of many documents in one file.
    Among(Format),
    /// Rows of a table.
    #[cfg(feature = "parquet")]
    Rows(Unit),
}

/// A document as it is written.
pub(super) enum Body {
    /// By itself.
    Bytes(Vec<u8>),
    /// As a part of a file.
    Part(Part),
    /// As rows of a table.
    #[cfg(feature = "parquet")]
    Rows(parquet::Rows),
}

impl Shape {
    /// Writes a document. Lines know it by `id`, and their offsets count in the `given` text.
    pub(super) fn body(self, (id, given): (&str, &str), document: &Document) -> Body {
        match self {
            Shape::Alone(format) => Body::Bytes(export_file(document, format)),
            Shape::Line(unit) => Body::Bytes(jsonl::line_in(id, document, given, unit).into_bytes()),
            Shape::Among(format) => Body::Part(Part::new(format, document)),
            #[cfg(feature = "parquet")]
            Shape::Rows(unit) => Body::Rows(parquet::rows(id, &Record::new(document, given, unit))),
        }
    }

    /// What stands for an article that could not be read: nothing, but in a table a row that says why.
    #[cfg(feature = "parquet")]
    pub(super) fn failed(self, id: &str, why: &str) -> Option<Body> {
        matches!(self, Shape::Rows(_)).then(|| Body::Rows(parquet::failed(id, why)))
    }

    /// Whether it is of no account that the documents' line ends are not as they were given.
    pub(super) fn keeps_given_text(self) -> bool {
        match self {
            Shape::Line(_) => true,
            #[cfg(feature = "parquet")]
            Shape::Rows(_) => true,
            Shape::Alone(_) | Shape::Among(_) => false,
        }
    }
}

impl Documents {
    pub(super) fn new(format: Format, offsets: Unit, is_one: bool) -> Documents {
        let shape = match format {
            Format::Jsonl => Shape::Line(offsets),
            _ if is_one => Shape::Alone(format),
            _ => Shape::Among(format),
        };
        Documents {
            shape,
            writer: Writer::new(format),
            #[cfg(feature = "parquet")]
            table: parquet::Writer::default(),
        }
    }

    /// Writes rows of a table.
    #[cfg(feature = "parquet")]
    pub(super) fn rows(offsets: Unit) -> Documents {
        Documents { shape: Shape::Rows(offsets), ..Documents::new(Format::Jsonl, offsets, false) }
    }

    pub(super) fn shape(&self) -> Shape {
        self.shape
    }

    /// Writes the next document.
    pub(super) fn write(&mut self, output: &mut Output, body: Body) -> io::Result<()> {
        match body {
            Body::Bytes(bytes) => output.write_bytes(&bytes),
            Body::Part(part) => output.write(&self.writer.part(part)),
            #[cfg(feature = "parquet")]
            Body::Rows(rows) => self.table.write(rows),
        }
    }

    pub(super) fn finish(self, output: &mut Output) -> io::Result<()> {
        match self.shape {
            Shape::Among(_) => output.write_bytes(&self.writer.finish()),
            #[cfg(feature = "parquet")]
            Shape::Rows(_) => self.table.finish(),
            Shape::Alone(_) | Shape::Line(_) => Ok(()),
        }
    }
}

/// Something to say of an input.
pub(super) struct Note {
    name: String,
    message: String,
    is_failure: bool,
}

/// Says things of inputs.
pub(super) trait Tell {
    fn tell(&mut self, note: Note);

    /// Notes what the format that is written does not hold of an article; told once for all of them.
    fn lose(&mut self, format: Format, lost: &[Loss]);

    /// Says what is odd about an input.
    fn warn(&mut self, name: &str, message: &str) {
        self.tell(Note { name: name.to_owned(), message: message.to_owned(), is_failure: false });
    }

    /// Says why an input failed; the exit status will say so too.
    fn fail(&mut self, name: &str, message: &str) {
        self.tell(Note { name: name.to_owned(), message: message.to_owned(), is_failure: true });
    }

    /// Says what had to be changed to read an input. What was left out altogether is a failure;
    /// `keeps_text` tells that changes to the text are of no account.
    fn problems(&mut self, name: &str, problems: &[Problem], keeps_text: bool) {
        for problem in problems {
            match problem.kind {
                ProblemKind::Text if keeps_text => {}
                ProblemKind::Skipped => self.fail(name, &problem.message),
                _ => self.warn(name, &problem.message),
            }
        }
    }
}

/// What a format does not hold of some articles.
type Lost = Option<(Format, BTreeSet<Loss>)>;

fn add(all: &mut Lost, format: Format, lost: impl IntoIterator<Item = Loss>) {
    all.get_or_insert_with(|| (format, BTreeSet::new())).1.extend(lost);
}

/// What goes to standard error.
#[derive(Default)]
pub(super) struct Log {
    has_failed: bool,
    lost: Lost,
    pub(super) progress: Progress,
}

impl Tell for Log {
    fn tell(&mut self, note: Note) {
        self.has_failed |= note.is_failure;
        // Messages quote files, in which may stand what a terminal takes for commands.
        let line = format!("{}: {}", note.name, note.message);
        // Where standard error is closed there is nobody to tell.
        self.progress.aside(|| drop(writeln!(io::stderr().lock(), "{}", reveal(&line))));
    }

    fn lose(&mut self, format: Format, lost: &[Loss]) {
        add(&mut self.lost, format, lost.iter().copied());
    }
}

impl Log {
    pub(super) fn has_failed(&self) -> bool {
        self.has_failed
    }

    /// Says what the format that was written does not hold of the articles.
    pub(super) fn tell_losses(&mut self) {
        if let Some((format, lost)) = self.lost.take() {
            let lost: Vec<Loss> = lost.into_iter().collect();
            self.warn("standard output", &tell_losses(format, &lost));
        }
    }
}

/// What a thread has to say, until its turn comes.
#[derive(Default)]
pub(super) struct Notes {
    notes: Vec<Note>,
    lost: Lost,
}

impl Tell for Notes {
    fn tell(&mut self, note: Note) {
        self.notes.push(note);
    }

    fn lose(&mut self, format: Format, lost: &[Loss]) {
        add(&mut self.lost, format, lost.iter().copied());
    }
}

impl Notes {
    /// Says it all.
    pub(super) fn tell_all(self, log: &mut Log) {
        self.notes.into_iter().for_each(|note| log.tell(note));
        if let Some((format, lost)) = self.lost {
            add(&mut log.lost, format, lost);
        }
    }
}
