//! Makes Rust of each message of the page.
//!
//! The files of `src/words/en` are written in the syntax of Project Fluent (<https://projectfluent.org/fluent/guide/>), as translators
//! know it. A message without variables becomes a constant, `words::SAVED`. One with a single variable becomes a function,
//! `words::article_left(&count)`. One with several becomes a structure, so that each is named where it is given:
//! `words::HitPlace { place: &place, all: &all }.text()`. What selects a plural is given as a number, what selects between
//! words as a word, all else as what can be displayed. A message that is missing, misspelt or given too little then does
//! not compile, and the page carries no interpreter for them.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Message, Pattern, PatternElement, Variant, VariantKey,
};
use fluent_syntax::parser;
use fluent_syntax::unicode::unescape_unicode_to_string;

const FOLDER: &str = "src/words/en";

fn main() {
    println!("cargo::rerun-if-changed={FOLDER}");
    println!("cargo::rerun-if-changed=build.rs");
    let entries = fs::read_dir(FOLDER).unwrap_or_else(|error| panic!("cannot read {FOLDER}: {error}"));
    let mut files: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.sort();
    let code: String = files.iter().map(|file| items(file)).collect();
    let folder = env::var("OUT_DIR").expect("Cargo says where to write");
    fs::write(Path::new(&folder).join("words.rs"), code).expect("the folder can be written to");
}

/// The Rust of a file's messages.
fn items(file: &Path) -> String {
    let name = file.display();
    let source = fs::read_to_string(file).unwrap_or_else(|error| panic!("cannot read {name}: {error}"));
    let resource = parser::parse(source.as_str()).unwrap_or_else(|(_, errors)| {
        let told: Vec<_> = errors.iter().map(|it| format!("{it} at {:?}", &source[it.pos.clone()])).collect();
        panic!("{name} is not in order: {}", told.join("; "))
    });
    let message = |entry: &Entry<&str>| match entry {
        Entry::Message(message) => item(message),
        Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => String::new(),
        Entry::Term(term) => panic!("{name}: the term “{}” is of no use here", term.id.name),
        Entry::Junk { content } => panic!("{name}: {content:?} is no message"),
    };
    resource.body.iter().map(message).collect()
}

/// A variable of a message.
struct Variable {
    name: String,
    kind: Kind,
}

/// What a variable is given as.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Anything that can be displayed.
    Shown,
    /// A number that decides on a plural.
    Number,
    /// A word that decides on a variant.
    Choice,
}

impl Kind {
    fn of_variants(variants: &[Variant<&str>]) -> Kind {
        let is_choice = |variant: &Variant<&str>| match variant.key {
            VariantKey::Identifier { name } => !["one", "other"].contains(&name),
            VariantKey::NumberLiteral { .. } => false,
        };
        if variants.iter().any(is_choice) { Kind::Choice } else { Kind::Number }
    }

    fn in_rust(self, lifetime: &str) -> String {
        match self {
            Kind::Shown => format!("&{lifetime}dyn std::fmt::Display"),
            Kind::Number => "usize".to_owned(),
            Kind::Choice => format!("&{lifetime}str"),
        }
    }
}

/// The constant, the function or the structure of a message.
fn item(message: &Message<&str>) -> String {
    let name = message.id.name.replace('-', "_");
    let pattern = message.value.as_ref().unwrap_or_else(|| panic!("“{}” says nothing", message.id.name));
    let mut variables = Vec::new();
    let text = Text::new(pattern, &mut variables);
    if variables.is_empty() {
        return format!("pub(crate) const {}: &str = {:?};\n", name.to_uppercase(), text.plain());
    }
    let mut expression = text.expression();
    let mut grouped = String::new();
    for Variable { name, .. } in variables.iter().filter(|it| it.kind == Kind::Number) {
        // Numbers are shown as people write them: 12,345.
        let place = format!("{{{name}}}");
        if expression.contains(&place) {
            expression = expression.replace(&place, &format!("{{shown_{name}}}"));
            write!(grouped, "let shown_{name} = grouped({name}); ").expect("a string takes everything");
        }
    }
    if let [Variable { name: variable, kind }] = &variables[..] {
        let kind = kind.in_rust("");
        return format!("pub(crate) fn {name}({variable}: {kind}) -> String {{ {grouped}{expression} }}\n");
    }
    let structure: String = message.id.name.split('-').map(capitalized).collect();
    let (mut fields, mut names) = (String::new(), String::new());
    let mut lifetime = "";
    for Variable { name, kind } in &variables {
        write!(fields, "pub(crate) {name}: {}, ", kind.in_rust("'a ")).expect("a string takes everything");
        write!(names, "{name}, ").expect("a string takes everything");
        if *kind != Kind::Number {
            lifetime = "<'a>";
        }
    }
    let elided = lifetime.replace("'a", "'_");
    format!(
        "pub(crate) struct {structure}{lifetime} {{ {fields}}}\n\
         impl {structure}{elided} {{ pub(crate) fn text(&self) -> String {{ \
         let {structure} {{ {names}}} = *self; {grouped}{expression} }} }}\n"
    )
}

fn capitalized(word: &str) -> String {
    word[..1].to_uppercase() + &word[1..]
}

/// A pattern as the arguments of `format!`.
#[derive(Default)]
struct Text {
    format: String,
    arguments: Vec<String>,
    /// Whether anything is put into it.
    has_places: bool,
}

impl Text {
    fn new(pattern: &Pattern<&str>, variables: &mut Vec<Variable>) -> Text {
        let mut text = Text::default();
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => text.push(value),
                PatternElement::Placeable { expression } => text.place(expression, variables),
            }
        }
        text
    }

    fn push(&mut self, text: &str) {
        self.format.push_str(&text.replace('{', "{{").replace('}', "}}"));
    }

    fn place(&mut self, expression: &Expression<&str>, variables: &mut Vec<Variable>) {
        match expression {
            Expression::Inline(InlineExpression::StringLiteral { value }) => {
                self.push(&unescape_unicode_to_string(value));
            }
            Expression::Inline(InlineExpression::VariableReference { id }) => {
                self.has_places = true;
                let name = variable(id.name, Kind::Shown, variables);
                write!(self.format, "{{{name}}}").expect("a string takes everything");
            }
            Expression::Select { selector: InlineExpression::VariableReference { id }, variants } => {
                self.has_places = true;
                let kind = Kind::of_variants(variants);
                let name = variable(id.name, kind, variables);
                let mut arms = String::new();
                for variant in variants {
                    let arm = match &variant.key {
                        _ if variant.default => "_".to_owned(),
                        VariantKey::Identifier { name } if kind == Kind::Choice => format!("{name:?}"),
                        VariantKey::NumberLiteral { value } => value.to_string(),
                        // All that English tells apart.
                        VariantKey::Identifier { .. } => "1".to_owned(),
                    };
                    let text = Text::new(&variant.value, variables).expression();
                    write!(arms, "{arm} => {text}, ").expect("a string takes everything");
                }
                self.format.push_str("{}");
                self.arguments.push(format!("match {name} {{ {arms}}}"));
            }
            other => panic!("{other:?} is more than messages here can do"),
        }
    }

    /// The text itself, where nothing is put into it.
    fn plain(&self) -> String {
        self.format.replace("{{", "{").replace("}}", "}")
    }

    /// An expression that makes the text.
    fn expression(&self) -> String {
        if self.format == "{}" {
            return self.arguments[0].clone();
        }
        if !self.has_places {
            return format!("{:?}.to_owned()", self.plain());
        }
        let arguments: String = self.arguments.iter().map(|argument| format!(", {argument}")).collect();
        format!("format!({:?}{arguments})", self.format)
    }
}

/// Its name in Rust, listed where it is new.
fn variable(name: &str, kind: Kind, variables: &mut Vec<Variable>) -> String {
    let name = name.replace('-', "_");
    match variables.iter_mut().find(|variable| variable.name == name) {
        Some(known) if known.kind == Kind::Shown => known.kind = kind,
        Some(_) => {}
        None => variables.push(Variable { name: name.clone(), kind }),
    }
    name
}
