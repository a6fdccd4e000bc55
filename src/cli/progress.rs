use std::path::Path;
use std::time::{Duration, Instant};

use indicatif::{HumanDuration, ProgressBar, ProgressDrawTarget, ProgressStyle};

/// How long work may take before a bar is worth its line.
const PATIENCE: Duration = Duration::from_secs(1);

/// How far a batch is: a bar on a terminal, once the work has taken a second, and nothing elsewhere.
#[derive(Default)]
pub(super) struct Progress {
    began: Option<Instant>,
    /// What is counted, one of it.
    what: &'static str,
    /// What the whole weighs, in bytes, where that is known.
    total: Option<u64>,
    done: u64,
    count: usize,
    bar: Option<ProgressBar>,
}

impl Progress {
    /// Begins with articles; `total` is what the whole weighs, in bytes, where that is known.
    pub(super) fn begin(&mut self, total: Option<u64>) {
        *self = Progress { began: Some(Instant::now()), what: "article", total, ..Progress::default() };
    }

    /// Begins with files, each of which is told to be [done](Progress::file_done); `false` where work has begun already,
    /// of which these files are a part.
    pub(super) fn begin_files<F: AsRef<Path>>(&mut self, files: &[F]) -> bool {
        let is_new = self.began.is_none();
        if is_new {
            self.begin(files.iter().map(size).sum());
            self.what = "file";
        }
        is_new
    }

    /// A file is done.
    pub(super) fn file_done(&mut self, file: impl AsRef<Path>) {
        let size = size(file).and_then(|size| usize::try_from(size).ok());
        self.advance(1, size.unwrap_or_default());
    }

    /// So many articles or files are done, which weigh so much together.
    pub(super) fn advance(&mut self, count: usize, bytes: usize) {
        self.done += bytes as u64;
        self.count += count;
        let Some(time) = self.began.map(|began| began.elapsed()).filter(|&time| time > PATIENCE) else {
            return;
        };
        let bar = self.bar.get_or_insert_with(|| drawn(self.total));
        bar.set_position(self.done);
        let speed = self.done as f64 / time.as_secs_f64();
        let plural = if self.count == 1 { "" } else { "s" };
        let mut message = format!("{} {}{plural}, {:.1} MB/s", self.count, self.what, speed / 1e6);
        if let Some(total) = self.total {
            let left = total.saturating_sub(self.done) as f64 / speed.max(1.0);
            message += &format!(", {} left", HumanDuration(Duration::from_secs_f64(left.round())));
        }
        bar.set_message(message);
    }

    /// Does what writes to the terminal without the bar in its way.
    pub(super) fn aside<R>(&self, write: impl FnOnce() -> R) -> R {
        match &self.bar {
            Some(bar) => bar.suspend(write),
            None => write(),
        }
    }

    /// Takes the bar away.
    pub(super) fn end(&mut self) {
        self.began = None;
        if let Some(bar) = self.bar.take() {
            bar.finish_and_clear();
        }
    }
}

/// What a file weighs, in bytes; `None` where that cannot be known, as of a pipe.
pub(super) fn size(file: impl AsRef<Path>) -> Option<u64> {
    Some(std::fs::metadata(file).ok().filter(|it| it.is_file())?.len())
}

/// A bar, or a sign of life where the end is not known; it shows on a terminal only.
fn drawn(total: Option<u64>) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(total, ProgressDrawTarget::stderr());
    let template = match total {
        Some(_) => "{wide_bar} {percent} %, {msg}",
        None => "{spinner} {msg}",
    };
    // A template that cannot be read leaves indicatif's own.
    match ProgressStyle::with_template(template) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
