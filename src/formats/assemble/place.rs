//! Where the annotations of a file stand: in which unit its offsets count, and what its quotes say.

use std::borrow::Cow;

use crate::annotation::anchor::{Anchored, Anchorer};
use crate::annotation::selector::Selector;
use crate::formats::shift::Shift;
use crate::text::{OffsetMap, Span, Unit, normalize};

/// A file's text before and after it was normalised, with what converts offsets into either.
pub(super) struct Places<'t> {
    /// The text as it stands in the file, where normalising changed it.
    original: Option<(&'t str, &'t OffsetMap<'t>, Shift)>,
    normal: &'t str,
    map: &'t OffsetMap<'t>,
    anchorer: Anchorer<'t>,
}

/// What the offsets of a file count.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Frame {
    pub(super) unit: Unit,
    /// Whether they count in the text as it stands in the file, before normalising.
    pub(super) is_original: bool,
}

impl<'t> Places<'t> {
    pub(super) fn new(
        (original, original_map): (&'t str, &'t OffsetMap<'t>),
        (normal, map): (&'t str, &'t OffsetMap<'t>),
    ) -> Places<'t> {
        let original = (original != normal).then(|| (original, original_map, Shift::new(original)));
        Places { original, normal, map, anchorer: Anchorer::new(normal, map) }
    }

    /// What the offsets of these selectors count: the frame in which most quotes stand where they
    /// should; of equals the unit that the file names, then code points.
    pub(super) fn recognise(&self, selectors: &[&Selector], hint: Option<Unit>) -> Frame {
        let first = hint.unwrap_or(Unit::CodePoint);
        let units = [first, Unit::CodePoint, Unit::Utf16, Unit::Byte];
        let texts: &[bool] = if self.original.is_some() { &[true, false] } else { &[false] };
        let frames =
            units.iter().flat_map(|&unit| texts.iter().map(move |&is_original| Frame { unit, is_original }));
        let mut best = (0, Frame { unit: first, is_original: true });
        for frame in frames {
            let fits = selectors.iter().filter(|selector| self.exact(selector, frame).is_some()).count();
            if fits > best.0 {
                best = (fits, frame);
            }
            if fits == selectors.len() {
                break;
            }
        }
        best.1
    }

    /// The place of one selector of the file.
    pub(super) fn anchor(&self, selector: &Selector, frame: Frame) -> Anchored {
        if selector.quote.exact.is_empty() {
            let span = self.span(selector, frame).map(|(_, span)| span);
            return span.filter(|span| !span.is_empty()).map_or(Anchored::Orphaned, Anchored::Exact);
        }
        if let Some(span) = self.exact(selector, frame) {
            return Anchored::Exact(span);
        }
        let mut selector = selector.clone();
        for text in [&mut selector.quote.exact, &mut selector.quote.prefix, &mut selector.quote.suffix] {
            if let Cow::Owned(normal) = normalize(text) {
                *text = normal;
            }
        }
        if let Some(range) =
            self.span(&selector, frame).and_then(|(_, s)| self.map.range_of(s, Unit::CodePoint))
        {
            selector.position.start = i64::try_from(range.start).unwrap_or(i64::MAX);
            selector.position.end = i64::try_from(range.end).unwrap_or(i64::MAX);
        }
        self.anchorer.anchor(&selector)
    }

    /// The span at the selector's position, where the quote stands there.
    fn exact(&self, selector: &Selector, frame: Frame) -> Option<Span> {
        let (quote, span) = self.span(selector, frame)?;
        let wanted = &selector.quote.exact;
        let fits = !span.is_empty() && (quote == wanted || normalize(quote) == normalize(wanted));
        fits.then_some(span)
    }

    /// What stands at the selector's position, and its span in the normalised text.
    fn span(&self, selector: &Selector, frame: Frame) -> Option<(&'t str, Span)> {
        let start = usize::try_from(selector.position.start).ok()?;
        let end = usize::try_from(selector.position.end).ok()?;
        match &self.original {
            Some((text, map, shift)) if frame.is_original => {
                let span = map.span_of(start, end, frame.unit)?;
                let placed = shift.apply(span);
                placed.slice(self.normal)?;
                Some((span.slice(text)?, placed))
            }
            _ => {
                let span = self.map.span_of(start, end, frame.unit)?;
                Some((span.slice(self.normal)?, span))
            }
        }
    }
}
