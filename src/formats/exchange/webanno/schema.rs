//! The layers that the head of a file names, and the columns that each has.

/// What the annotations of a layer are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    Span,
    Relation,
    Chain,
}

/// A column of a layer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Column {
    /// A feature by its name.
    Feature(String),
    /// The roles of a slot: the slot's name, and how the head writes it.
    Role { slot: String, head: String },
    /// What the slot before it is filled with, and of which layer that is.
    Target { slot: String, layer: String },
    /// Where a relation comes from, and of which layer that is.
    Base(String),
    /// A layer without features.
    Placeholder,
}

/// A layer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Layer {
    pub(super) name: String,
    pub(super) kind: Kind,
    /// At least one.
    pub(super) columns: Vec<Column>,
}

/// The features that say the label of a mark, the first of them that has a value.
pub(super) const LABELS: [&str; 4] = ["value", "label", "referenceType", "PosValue"];
/// The features that say the kind of a relation.
pub(super) const KINDS: [&str; 3] = ["label", "value", "DependencyType"];
/// The feature of a chain's layer that says how a link leads to the next.
pub(super) const LINK: &str = "referenceRelation";

const PREFIXES: [(&str, Kind); 3] =
    [("#T_SP=", Kind::Span), ("#T_RL=", Kind::Relation), ("#T_CH=", Kind::Chain)];

impl Layer {
    /// Reads a line of the head; `None` where it names no layer.
    pub(super) fn read(line: &str) -> Option<Layer> {
        let (rest, kind) =
            PREFIXES.iter().find_map(|(prefix, kind)| Some((line.strip_prefix(prefix)?, *kind)))?;
        let mut parts = rest.split('|');
        let name = parts.next().unwrap_or_default().to_owned();
        let mut columns: Vec<Column> = Vec::new();
        for part in parts {
            let column = match columns.last() {
                Some(Column::Role { slot, .. }) => {
                    Column::Target { slot: slot.clone(), layer: part.to_owned() }
                }
                _ if part.starts_with("ROLE_") && kind == Kind::Span => {
                    let behind = part.split_once(':').map_or(part, |(_, behind)| behind);
                    let slot = behind.split('_').next().unwrap_or_default().to_owned();
                    Column::Role { slot, head: part.to_owned() }
                }
                _ if kind == Kind::Relation && part.starts_with("BT_") => {
                    Column::Base(part.trim_start_matches("BT_").to_owned())
                }
                _ if part.is_empty() => Column::Placeholder,
                _ => Column::Feature(part.to_owned()),
            };
            columns.push(column);
        }
        if columns.is_empty() {
            columns.push(Column::Placeholder);
        }
        Some(Layer { name, kind, columns })
    }

    /// A layer of spans with these features.
    pub(super) fn of_spans(name: &str, features: &[&str]) -> Layer {
        let columns = features.iter().map(|name| Column::Feature((*name).to_owned())).collect();
        Layer { name: name.to_owned(), kind: Kind::Span, columns }
    }

    /// Its line in the head.
    pub(super) fn head(&self) -> String {
        let prefix = PREFIXES.iter().find(|(_, kind)| *kind == self.kind).map_or("", |(prefix, _)| prefix);
        let columns = self.columns.iter().map(|column| match column {
            Column::Feature(name) => format!("|{name}"),
            Column::Role { head, .. } => format!("|{head}"),
            Column::Target { layer, .. } => format!("|{layer}"),
            Column::Base(layer) => format!("|BT_{layer}"),
            Column::Placeholder => "|".to_owned(),
        });
        format!("{prefix}{}{}", self.name, columns.collect::<String>())
    }

    /// What people call it.
    pub(super) fn short(&self) -> &str {
        super::short(&self.name)
    }

    pub(super) fn has(&self, feature: &str) -> bool {
        self.columns.iter().any(|column| matches!(column, Column::Feature(name) if name == feature))
    }

    pub(super) fn has_slot(&self, slot: &str) -> bool {
        self.columns.iter().any(|column| matches!(column, Column::Role { slot: name, .. } if name == slot))
    }
}
