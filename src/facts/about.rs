//! What a fact is about, in few words, for the heads of rows.
//!
//! ```text
//! about  = the entity of a name | the source of a statement | what is counted
//! apart  = the greater less the lesser, of two exact figures in one unit
//! ```

use super::sheet::source_of;
use super::stems::stem;
use crate::annotation::Annotation;
use crate::document::{Document, is_mention};
use crate::label::LabelCode;
use crate::text::{Gap, Span, TokenKind, one_line, tokenize};
use crate::value::{Cardinal, Decimal, Figure, Money, Percent, Quantity, Value};

/// The most words that are looked at behind a figure, and the most bytes.
const WORDS: usize = 4;
const BYTES: usize = 120;

/// What a fact is about: whose name it is, who says it, what is counted. Empty where its words do not tell.
///
/// ```
/// # use newsmark::{document::{Document, DocumentId, annotate}, extract::extract, facts::about};
/// # use uuid::Uuid;
/// let text = "The alliance has 32 full members.";
/// let mut document = Document::new(DocumentId(Uuid::nil()), text, Default::default());
/// annotate(&mut document, &extract(text, None), Uuid::new_v4, Default::default());
/// assert_eq!(about(&document, &document.annotations()[0]), "full members");
/// ```
pub fn about(document: &Document, fact: &Annotation) -> String {
    const DATES: [LabelCode; 3] = [LabelCode::DATE, LabelCode::TIME, LabelCode::DURATION];
    if is_mention(fact) {
        one_line(document.name_of(&document.subject_of(fact)))
    } else if fact.label.is_speech() {
        source_of(document, fact)
    } else if DATES.contains(&fact.label) {
        String::new()
    } else {
        counted_words(document.text().get(fact.span.end()..).unwrap_or_default())
    }
}

/// What a figure is about, as its clause tells it: what is counted or measured, and whose it is. Empty where it tells
/// neither.
pub fn about_figure(document: &Document, figure: &super::Figure) -> String {
    let words = |span: Option<Span>| span.and_then(|span| span.slice(document.text())).map(one_line);
    let parts: Vec<String> = [words(figure.of), words(figure.who)].into_iter().flatten().collect();
    parts.join(" · ")
}

/// The words right behind a figure that say what it counts.
fn counted_words(behind: &str) -> String {
    let end = (0..=BYTES.min(behind.len())).rev().find(|end| behind.is_char_boundary(*end)).unwrap_or(0);
    let near = behind.get(..end).unwrap_or_default();
    let near = near.lines().next().unwrap_or_default();
    let (mut from, mut until) = (None, 0);
    for (at, token) in tokenize(near).iter().enumerate().take(WORDS) {
        let word = token.span.slice(near).unwrap_or_default();
        let is_word = token.gap < Gap::Blank && matches!(token.kind, TokenKind::Word | TokenKind::Acronym);
        let leads = at == 0 && matches!(word, "-" | "of" | "more" | "other");
        if leads {
            continue;
        }
        if !is_word || stem(word).is_none() {
            break;
        }
        from.get_or_insert(token.span.start());
        until = token.span.end();
    }
    from.and_then(|from| near.get(from..until)).map(one_line).unwrap_or_default()
}

/// How far two figures in one unit are apart; `None` where that says nothing.
pub fn apart(one: &Value, other: &Value) -> Option<Value> {
    let difference = |one: Figure, other: Figure| match (one, other) {
        (Figure::Exact(one), Figure::Exact(other)) => {
            let (low, high) = if one < other { (one, other) } else { (other, one) };
            let difference = high.checked_add(low.negated())?;
            (difference != Decimal::ZERO).then_some(Figure::Exact(difference))
        }
        _ => None,
    };
    Some(match (one, other) {
        (Value::Money(a), Value::Money(b)) if a.currency == b.currency => Value::Money(Money {
            amount: Some(difference(a.amount?, b.amount?)?),
            currency: a.currency.clone(),
            modifier: None,
        }),
        (Value::Percent(a), Value::Percent(b)) if a.points == b.points => Value::Percent(Percent {
            percent: difference(a.percent, b.percent)?,
            points: true,
            modifier: None,
        }),
        (Value::Quantity(a), Value::Quantity(b)) if a.unit == b.unit => Value::Quantity(Quantity {
            number: difference(a.number, b.number)?,
            unit: a.unit.clone(),
            modifier: None,
        }),
        (Value::Cardinal(a), Value::Cardinal(b)) => {
            Value::Cardinal(Cardinal { number: difference(a.number, b.number)?, modifier: None })
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_counted_stands_behind_the_figure() {
        let check = |behind: &str, expected: &str| assert_eq!(counted_words(behind), expected, "{behind}");
        check(" ships, up 60%", "ships");
        check("-member council", "member council");
        check(" of the voters", "");
        check(" of voters were", "voters");
        check(". Ships came", "");
        check(", ships", "");
        check("\nships", "");
        check("", "");
        check(" ünïcödë pièrs", "ünïcödë pièrs");
    }

    #[test]
    fn figures_in_one_unit_are_apart() {
        let cardinal = |number: &str| {
            Value::Cardinal(Cardinal { number: Figure::Exact(number.parse().unwrap()), modifier: None })
        };
        assert_eq!(apart(&cardinal("30"), &cardinal("40")), Some(cardinal("10")));
        assert_eq!(apart(&cardinal("40"), &cardinal("30.5")), Some(cardinal("9.5")));
        assert_eq!(apart(&cardinal("40"), &cardinal("40")), None);
        assert_eq!(apart(&cardinal("40"), &Value::Ordinal(3)), None);
    }
}
