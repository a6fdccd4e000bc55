//! Makes a function of each message of the page.
//!
//! The files of `src/words/en` are written in the syntax of Project Fluent (<https://projectfluent.org/fluent/guide/>), as translators
//! know it. A message without variables becomes a constant, one with variables a function that takes them in the order in
//! which they first stand in it: what selects a plural as a number, all else as what can be displayed. A message that is
//! missing, misspelt or given too little then does not compile, and the page carries no interpreter for them.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement, VariantKey};
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

/// The constants and functions of a file's messages.
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
    /// Whether a plural goes by it.
    counts: bool,
}

/// The constant or function of a message.
fn item(message: &Message<&str>) -> String {
    let name = message.id.name.replace('-', "_");
    let pattern = message.value.as_ref().unwrap_or_else(|| panic!("“{}” says nothing", message.id.name));
    let mut variables = Vec::new();
    let text = Text::new(pattern, &mut variables);
    if variables.is_empty() {
        return format!("pub(crate) const {}: &str = {:?};\n", name.to_uppercase(), text.plain());
    }
    let mut taken = String::new();
    for Variable { name, counts } in &variables {
        let kind = if *counts { "usize" } else { "&dyn std::fmt::Display" };
        write!(taken, "{name}: {kind}, ").expect("a string takes everything");
    }
    let mut expression = text.expression();
    let mut grouped = String::new();
    for Variable { name, .. } in variables.iter().filter(|it| it.counts) {
        // Numbers are shown as people write them: 12,345.
        let place = format!("{{{name}}}");
        if expression.contains(&place) {
            expression = expression.replace(&place, &format!("{{shown_{name}}}"));
            write!(grouped, "let shown_{name} = grouped({name}); ").expect("a string takes everything");
        }
    }
    format!("pub(crate) fn {name}({taken}) -> String {{ {grouped}{expression} }}\n")
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
                let name = variable(id.name, false, variables);
                write!(self.format, "{{{name}}}").expect("a string takes everything");
            }
            Expression::Select { selector: InlineExpression::VariableReference { id }, variants } => {
                self.has_places = true;
                let name = variable(id.name, true, variables);
                let mut arms = String::new();
                for variant in variants {
                    let arm = match &variant.key {
                        _ if variant.default => "_",
                        VariantKey::NumberLiteral { value } => value,
                        // All that English tells apart.
                        VariantKey::Identifier { name: "one" } => "1",
                        VariantKey::Identifier { name } => panic!("English has no plural “{name}”"),
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
fn variable(name: &str, counts: bool, variables: &mut Vec<Variable>) -> String {
    let name = name.replace('-', "_");
    match variables.iter_mut().find(|variable| variable.name == name) {
        Some(known) => known.counts |= counts,
        None => variables.push(Variable { name: name.clone(), counts }),
    }
    name
}
