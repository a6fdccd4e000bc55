use super::currency::{self, Mention};
use super::denomination::{Kind, Money};
use super::modifier::modifier;
use super::neighbours::{Notes, may_be_measured};
use super::range::{self, End, Link};
use crate::extract::number::{Form, Number, Piece, Reader, is_dash, is_one_of, piece};
use crate::extract::{Article, Candidate, Extractor};
use crate::label::LabelCode;
use crate::text::{Gap, Span, TokenKind};
use crate::value::{Decimal, Figure, Value};

/// Finds amounts of money, and currencies by name: "$2.3 billion", "EUR 3m", "five million yen",
/// "the yuan".
pub(crate) struct MoneyExtractor;

impl Extractor for MoneyExtractor {
    fn name(&self) -> &'static str {
        "money"
    }

    fn description(&self) -> &'static str {
        "Amounts of money, and currencies by name."
    }

    fn extract(&self, article: &Article<'_>, out: &mut Vec<Candidate>) {
        let reader = Reader { text: article.text, tokens: &article.tokens };
        let from = out.len();
        let mut rest = article.numbers.as_slice();
        while let Some(first) = rest.first() {
            let found = find(reader, rest);
            rest = rest.get(found.as_ref().map_or(1, |found| found.n_numbers)..).unwrap_or_default();
            out.extend(found.map(|found| found.candidate(reader, first)));
        }
        // Names without a figure; those in an amount lose to it.
        for at in 0..article.tokens.len() {
            if reader.kind(at) == Some(TokenKind::Word)
                && let Some(mention) = currency::bare_mention(reader, at)
            {
                let span = reader.span(mention.first).cover(reader.span(mention.end - 1));
                // With its country, the name is surer than that of the nation alone.
                let score = if mention.end - mention.first > 1 { 0.98 } else { 0.9 };
                out.push(candidate(span, None, mention.money, None, score));
            }
        }
        super::open_currency::settle(reader, out.get_mut(from..).unwrap_or_default());
    }
}

fn candidate(
    span: Span,
    amount: Option<Figure>,
    money: Money,
    modifier: Option<crate::value::Modifier>,
    score: f64,
) -> Candidate {
    let value = Value::Money(crate::value::Money { amount, currency: money.currency(), modifier });
    Candidate { span, label: LabelCode::MONEY, value: Some(value), score, extractor: 0 }
}

struct Found {
    /// First byte, first token, and the token behind.
    start: usize,
    first: usize,
    end: usize,
    amount: Option<Figure>,
    money: Money,
    score: f64,
    n_numbers: usize,
}

impl Found {
    fn candidate(&self, reader: Reader<'_>, number: &Number) -> Candidate {
        let span = Span::new(self.start, reader.span(self.end - 1).end());
        let lead = self.first.min(number.lead);
        candidate(span, self.amount, self.money, modifier(reader, lead, self.end), self.score)
    }
}

/// The amount of money that begins with the first of `numbers`.
fn find(reader: Reader<'_>, numbers: &[Number]) -> Option<Found> {
    let first = numbers.first().filter(|first| first.form != Form::Ordinal)?;
    if !(Notes::of(first).is_signed() || Notes::of(first).is_led() || may_be_measured(numbers)) {
        return None;
    }
    let found = match before(reader, first) {
        Some(prefix) => prefixed(reader, numbers, first, prefix),
        None => suffixed(reader, numbers, first),
    }?;
    Some(with_cents(reader, numbers, found))
}

/// A currency before a figure, with the minus that may stand before both: `-$5`.
#[derive(Clone, Copy)]
struct Prefix {
    mention: Mention,
    start: usize,
    first: usize,
    is_negative: bool,
}

fn before(reader: Reader<'_>, number: &Number) -> Option<Prefix> {
    let glued = number.span.start() - reader.span(number.first).start().min(number.span.start());
    if glued > 0 {
        let (money, kind) = currency::kind_before_figure(reader.word(number.first).get(..glued)?)?;
        let mention = Mention { money, first: number.first, end: number.first, kind };
        let start = reader.span(number.first).start();
        return Some(Prefix { mention, start, first: number.first, is_negative: false });
    }
    let mention = currency::mention_before(reader, number.lead)?;
    let sign = mention.first.wrapping_sub(1);
    let is_negative = reader.is_solid(mention.first)
        && is_dash(reader.word(sign))
        && !reader.is_solid(sign)
        && reader.kind(sign.wrapping_sub(1)) != Some(TokenKind::Number);
    let first = if is_negative { sign } else { mention.first };
    Some(Prefix { mention, start: reader.span(first).start(), first, is_negative })
}

/// `$5 million`, `€3–5m`, "USD 5 to 7 million", "$5 million to $7 million"
fn prefixed(reader: Reader<'_>, numbers: &[Number], number: &Number, prefix: Prefix) -> Option<Found> {
    let Mention { money, kind, .. } = prefix.mention;
    let low = End::suffixed(number)?;
    let is_large =
        low.end > number.end || matches!(number.form, Form::Grouped | Form::Scaled | Form::Decimal);
    // "ringgit 42" ends its phrase, "rupees 5 years ago" does not.
    let name_at = prefix.mention.end.saturating_sub(1);
    // "Euro 2008" is a tournament.
    let is_name = || currency::is_name(reader.word(name_at)) && !reader.is_capital(name_at);
    let ends = || reader.kind(low.end) != Some(TokenKind::Word) && reader.word(low.end) != "%";
    if kind == Kind::Doubtful && !is_large && !(is_name() && ends()) {
        return None;
    }
    let signed = |value: Decimal| if prefix.is_negative { value.negated() } else { value };
    let single = Found {
        start: prefix.start,
        first: prefix.first,
        end: low.end,
        amount: Some(times(Figure::Exact(signed(low.value)), kind)?),
        money,
        score: match kind {
            // With its country the name is surer than that name alone.
            Kind::Doubtful if prefix.mention.first < name_at => 0.985,
            Kind::Doubtful => 0.9,
            _ => 0.98,
        },
        n_numbers: 1,
    };
    let ranged = |end: usize, figure: Figure| {
        Some(Found { end, amount: Some(times(figure, kind)?), n_numbers: 2, ..single })
    };
    let range = || {
        if prefix.is_negative {
            return None;
        }
        let (link, next) = range::link(reader, prefix.first, low.end)?;
        let second = numbers.get(1)?;
        let high = End::suffixed(second)?;
        let is_from = reader.before(prefix.first, 1).eq_ignore_ascii_case("from");
        if second.lead == next {
            // "paid $5 to 10 people" has no range; "$5 to 7 million" has.
            let is_shared = matches!(link, Link::Dash | Link::And) || high.is_scaled() || is_from;
            return ranged(high.end, range::between(low, high).filter(|_| is_shared)?);
        }
        // "from $5 to $7" is a change more often than a range; so is "rose $5 to $7".
        let is_change = is_from || link == Link::To && range::is_step(reader, prefix.first);
        let figure = range::between(low, high).filter(|_| !is_change)?;
        let is_same =
            |second: &Prefix| second.first == next && second.mention.money == money && !second.is_negative;
        before(reader, second).filter(is_same)?;
        ranged(high.end, figure)
    };
    let found = range().unwrap_or(single);
    Some(with_code(reader, found))
}

/// A code behind an amount with a sign that several currencies share (`$5 million CAD`), or its name
/// once more ("$5 million dollars").
fn with_code(reader: Reader<'_>, found: Found) -> Found {
    let word = reader.word(found.end);
    let is_code = word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    let is_name = matches!(word, "dollars" | "euros" | "yen" | "yuan");
    let behind = ((is_code || is_name) && reader.gap(found.end) <= Gap::Space)
        .then(|| currency::mention_behind(reader, found.end))
        .flatten();
    match behind {
        Some(Mention { money, end, kind: Kind::Whole, .. })
            if end == found.end + 1 && share_unit(money, found.money) =>
        {
            let money = if is_code { money } else { found.money };
            Found { end, money, ..found }
        }
        _ => found,
    }
}

fn share_unit(a: Money, b: Money) -> bool {
    match (a, b) {
        (Money::Iso(a), Money::Iso(b)) => super::iso4217::unit_of(a) == super::iso4217::unit_of(b),
        _ => false,
    }
}

/// "5 million euros", "3m EUR", "1.5 to 2 billion yuan", "millions of dollars"
fn suffixed(reader: Reader<'_>, numbers: &[Number], number: &Number) -> Option<Found> {
    if let Some(reading) = range::shared(reader, numbers, End::suffixed)
        && let Some(mention) = behind(reader, reading.end)
    {
        let score = score(reader, &mention, number, numbers.get(1));
        return found(number, &mention, Some(reading.figure), score, reading.n_numbers);
    }
    if number.form == Form::Vague {
        let at = number.end + usize::from(reader.is(number.end, "of"));
        let mention = behind(reader, at)?;
        return found(number, &mention, None, 0.95, 1);
    }
    let low = End::suffixed(number)?;
    if let Some(pence) = pence(reader, number) {
        return Some(pence);
    }
    let of_one = match number.form {
        Form::Fraction => part_of_one(reader, low.end),
        // "half a trillion of peso bonds"
        Form::Scaled => low.end + usize::from(reader.is(low.end, "of") && reader.goes_on(low.end)),
        _ => low.end,
    };
    let mention = behind(reader, of_one)?;
    if let Some(code_first) = scaled_behind(reader, number, low.value, &mention) {
        return Some(code_first);
    }
    let single =
        found(number, &mention, Some(Figure::Exact(low.value)), score(reader, &mention, number, None), 1)?;
    let range = || {
        let (link, next) = range::link(reader, number.lead, mention.end)?;
        let second = numbers.get(1).filter(|second| second.lead == next)?;
        let high = End::suffixed(second)?;
        let second = behind(reader, high.end)
            .filter(|second| second.money == mention.money && second.kind == mention.kind)?;
        let is_change = reader.before(number.lead, 1).eq_ignore_ascii_case("from")
            || link == Link::To && range::is_step(reader, number.lead);
        let figure = range::between(low, high).filter(|_| !is_change)?;
        Some(Found { end: second.end, amount: Some(times(figure, mention.kind)?), n_numbers: 2, ..single })
    };
    Some(range().unwrap_or(single))
}

/// `75 USD million`: the scale word behind the code, as tables have it.
fn scaled_behind(reader: Reader<'_>, number: &Number, value: Decimal, mention: &Mention) -> Option<Found> {
    let Some(Piece::Scale(power)) = piece(reader.word(mention.end)).filter(|_| reader.goes_on(mention.end))
    else {
        return None;
    };
    let is_code = mention.end == mention.first + 1 && reader.word(mention.first).len() == 3;
    let figure = Figure::Exact(value.scaled(power)?);
    let found = found(number, mention, Some(figure), 0.98, 1).filter(|_| is_code)?;
    Some(Found { end: mention.end + 1, ..found })
}

fn found(
    number: &Number,
    mention: &Mention,
    figure: Option<Figure>,
    score: f64,
    n_numbers: usize,
) -> Option<Found> {
    let amount = match figure {
        Some(figure) => Some(times(figure, mention.kind)?),
        None => None,
    };
    Some(Found {
        start: number.span.start(),
        first: number.first,
        end: mention.end,
        amount,
        money: mention.money,
        score,
        n_numbers,
    })
}

/// The token behind "of a", "a": "half a dollar".
fn part_of_one(reader: Reader<'_>, end: usize) -> usize {
    let at = end + usize::from(reader.is(end, "of"));
    if is_one_of(reader.word(at), &["a", "an", "one"]) { at + 1 } else { end }
}

/// The currency behind a figure that ends before token `end`.
fn behind(reader: Reader<'_>, end: usize) -> Option<Mention> {
    currency::mention_behind(reader, reader.behind(end)?)
}

/// How sure it is that a word behind a figure means money: pounds are a weight as well, "won" is a
/// verb, and codes such as `TOP` are words.
fn score(reader: Reader<'_>, mention: &Mention, number: &Number, last: Option<&Number>) -> f64 {
    if mention.kind != Kind::Doubtful {
        return 0.98;
    }
    let is_large = [Some(number), last].into_iter().flatten().any(|number| {
        number.suffix.is_some() || number.form == Form::Scaled && number.value >= Some(Decimal::from(10_000))
    });
    let is_sum = number.form == Form::Grouped;
    let is_weight_next = is_one_of(reader.word(mention.end), &["of", "in", "weight", "heavier", "lighter"]);
    match mention.money {
        Money::Iso("GBP") if is_large => 0.98,
        Money::Iso("GBP") if is_weight_next => 0.5,
        Money::Iso("GBP") if is_paid(reader, number) => 0.96,
        Money::Iso("GBP") => 0.9,
        _ if is_large || is_sum => 0.98,
        _ if mention.money == Money::Iso("KRW") && number.value >= Some(Decimal::from(1000)) => 0.9,
        _ => 0.0,
    }
}

/// Whether the words before a figure speak of money: "paid 200 pounds".
fn is_paid(reader: Reader<'_>, number: &Number) -> bool {
    const WORDS: &[&str] = &[
        "paid", "pay", "pays", "paying", "cost", "costs", "costing", "worth", "earn", "earns", "earned",
        "fined", "fine", "price", "priced", "salary", "charge", "charged", "spent", "spend", "bonus", "fee",
        "fees", "donated", "rent",
    ];
    (1..6).any(|back| is_one_of(reader.before(number.lead, back), WORDS))
}

/// `50p`; not the `1080p` of a screen.
fn pence(reader: Reader<'_>, number: &Number) -> Option<Found> {
    let is_pence = number.is_digits()
        && reader.is_solid(number.end)
        && reader.word(number.end) == "p"
        && number.value < Some(Decimal::from(1000))
        && !matches!(reader.word(number.first), "480" | "720");
    let mention =
        Mention { money: Money::Iso("GBP"), first: number.end, end: number.end + 1, kind: Kind::Part(2) };
    is_pence.then(|| found(number, &mention, Some(Figure::Exact(number.value?)), 0.96, 1))?
}

fn times(figure: Figure, kind: Kind) -> Option<Figure> {
    let factor = match kind {
        Kind::Whole | Kind::Doubtful => return Some(figure),
        Kind::Part(power) => Decimal::new(1, power),
        Kind::Million => Decimal::from(1_000_000),
    };
    Some(match figure {
        Figure::Exact(value) => Figure::Exact(value.checked_mul(factor)?),
        Figure::Range { low, high } => {
            Figure::Range { low: low.checked_mul(factor)?, high: high.checked_mul(factor)? }
        }
    })
}

/// "3 dollars 50 cents", "$10 and 30 cents": one amount.
fn with_cents(reader: Reader<'_>, numbers: &[Number], found: Found) -> Found {
    let cents = || {
        let Some(Figure::Exact(whole)) = found.amount else { return None };
        let at = found.end + usize::from(reader.is(found.end, "and"));
        let number = numbers.get(1).filter(|number| number.lead == at && reader.goes_on(at))?;
        let value = number.value.filter(|value| *value < Decimal::from(100))?;
        let sum = |power: u32| whole.checked_add(value.checked_mul(Decimal::new(1, power))?);
        let with = |sum, end| Found { end, amount: Some(Figure::Exact(sum)), n_numbers: 2, ..found };
        let with_sum = |end| Some(with(sum(2)?, end));
        // "15 dollars 50." has two digits and nothing that they could count.
        // "It cost 15 dollars and 50.", "a hundred dollars and fifty"
        let and_ends = matches!(reader.word(number.end), "." | "," | ";" | "" | "and" | "in");
        let is_name = reader.kind(found.end.wrapping_sub(1)) == Some(TokenKind::Word);
        let is_said = match number.form {
            Form::Words => true,
            Form::Integer => is_name && reader.word(number.first).len() == 2,
            _ => false,
        };
        if at > found.end && and_ends && is_said && !matches!(found.money, Money::Open("bitcoin" | "ether")) {
            return with_sum(number.end);
        }
        let is_bare = at == found.end
            && number.form == Form::Integer
            && reader.word(number.first).len() == 2
            && matches!(reader.word(number.end), "." | "," | ";" | "");
        if is_bare && reader.kind(found.end.wrapping_sub(1)) == Some(TokenKind::Word) {
            return with_sum(number.end);
        }
        let mention = behind(reader, number.end)?;
        let Kind::Part(power) = mention.kind else { return None };
        let fits = match (found.money, mention.money) {
            // Most currencies with cents are dollars.
            (Money::Iso(code), Money::Iso("USD")) => {
                matches!(super::iso4217::unit_of(code), "dollar" | "euro" | "rand")
            }
            (money, cents) => money == cents,
        };
        // Pounds with pence are no weight.
        let sum = sum(power).filter(|_| fits)?;
        Some(Found { score: 0.98, ..with(sum, mention.end) })
    };
    if found.n_numbers > 1 { found } else { cents().unwrap_or(found) }
}
