use std::time::{Duration, Instant};

use indicatif::{HumanDuration, ProgressBar, ProgressDrawTarget, ProgressStyle};

/// How long work may take before a bar is worth its line.
const PATIENCE: Duration = Duration::from_secs(1);

/// How far a batch is: a bar on a terminal, once the work has taken a second, and nothing elsewhere.
#[derive(Default)]
pub(super) struct Progress {
    began: Option<Instant>,
    /// What the whole weighs, in bytes, where that is known.
    total: Option<u64>,
    done: u64,
    articles: usize,
    bar: Option<ProgressBar>,
}

impl Progress {
    /// Begins; `total` is what the whole weighs, in bytes, where that is known.
    pub(super) fn begin(&mut self, total: Option<u64>) {
        *self = Progress { began: Some(Instant::now()), total, ..Progress::default() };
    }

    /// So many articles are done, which weigh so much together.
    pub(super) fn advance(&mut self, articles: usize, bytes: usize) {
        self.done += bytes as u64;
        self.articles += articles;
        let Some(time) = self.began.map(|began| began.elapsed()).filter(|&time| time > PATIENCE) else {
            return;
        };
        let bar = self.bar.get_or_insert_with(|| drawn(self.total));
        bar.set_position(self.done);
        let speed = self.done as f64 / time.as_secs_f64();
        let mut message = format!("{} articles, {:.1} MB/s", self.articles, speed / 1e6);
        if let Some(total) = self.total {
            let left = total.saturating_sub(self.done) as f64 / speed.max(1.0);
            message += &format!(", {} left", HumanDuration(Duration::from_secs_f64(left.round())));
        }
        bar.set_message(message);
    }

    /// Does what writes to the terminal without the bar in its way.
    pub(super) fn aside(&self, write: impl FnOnce()) {
        match &self.bar {
            Some(bar) => bar.suspend(write),
            None => write(),
        }
    }

    /// Takes the bar away.
    pub(super) fn end(&mut self) {
        if let Some(bar) = self.bar.take() {
            bar.finish_and_clear();
        }
    }
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
