//! Trees of yes-or-no questions, each learnt from what those before it leave (gradient boosting).
//!
//! The method is that of Friedman (2001, *Greedy function approximation: a gradient boosting machine*), with the second-order
//! steps of Chen and Guestrin (2016, *XGBoost*). Of all questions only "is this there?" is asked.

/// A row to learn from: what is there, whether it is so, and how much it counts.
pub(crate) struct Row {
    pub(crate) set: Vec<u16>,
    pub(crate) is_so: bool,
    pub(crate) weight: f64,
}

/// How trees are learnt.
#[derive(Clone, Copy)]
pub(crate) struct Recipe {
    pub(crate) trees: usize,
    pub(crate) leaves: usize,
    pub(crate) rate: f64,
    /// What is added to the weight of a leaf's rows: small leaves tell less.
    pub(crate) smoothing: f64,
    /// How many rows a leaf has at least.
    pub(crate) least: usize,
}

/// A node: a question, or what its rows weigh.
#[derive(Clone, Copy)]
enum Node {
    Split { feature: u16, absent: usize, present: usize },
    Leaf(f64),
}

pub(crate) struct Tree(Vec<Node>);

pub(crate) struct Forest {
    pub(crate) bias: f64,
    pub(crate) trees: Vec<Tree>,
}

impl Tree {
    fn weight(&self, set: &[u16]) -> f64 {
        let mut at = 0;
        loop {
            match self.0[at] {
                Node::Leaf(weight) => return weight,
                Node::Split { feature, absent, present } => {
                    at = if set.contains(&feature) { present } else { absent };
                }
            }
        }
    }

    /// The nodes with the absent side right behind each, as (feature, place of the other side) or (-1, thousandths).
    fn flat(&self, at: usize, out: &mut Vec<(i16, i16)>) {
        match self.0[at] {
            Node::Leaf(weight) => out.push((-1, (weight * 1000.0).round().clamp(-32000.0, 32000.0) as i16)),
            Node::Split { feature, absent, present } => {
                let place = out.len();
                out.push((feature as i16, 0));
                self.flat(absent, out);
                out[place].1 = out.len() as i16;
                self.flat(present, out);
            }
        }
    }
}

/// A leaf that may still be split.
struct Open {
    node: usize,
    rows: Vec<usize>,
    gain: f64,
    feature: u16,
}

impl Forest {
    pub(crate) fn weight(&self, set: &[u16]) -> f64 {
        self.bias + self.trees.iter().map(|tree| tree.weight(set)).sum::<f64>()
    }

    pub(crate) fn learn(rows: &[Row], features: usize, recipe: Recipe) -> Forest {
        let sum = |is_so: bool| rows.iter().filter(|it| it.is_so == is_so).map(|it| it.weight).sum::<f64>();
        let bias = (sum(true) / sum(false)).ln();
        let mut weights = vec![bias; rows.len()];
        let mut forest = Forest { bias, trees: Vec::new() };
        for _ in 0..recipe.trees {
            let steps: Vec<(f64, f64)> = rows
                .iter()
                .zip(&weights)
                .map(|(row, weight)| {
                    let odds = 1.0 / (1.0 + (-weight).exp());
                    let target = if row.is_so { 1.0 } else { 0.0 };
                    (row.weight * (odds - target), row.weight * odds * (1.0 - odds))
                })
                .collect();
            let tree = grow(rows, &steps, features, recipe);
            for (row, weight) in rows.iter().zip(&mut weights) {
                *weight += tree.weight(&row.set);
            }
            forest.trees.push(tree);
        }
        forest
    }

    /// The model's file, as `facts/forest.rs` reads it.
    pub(crate) fn to_bytes(&self, hash: u32) -> Vec<u8> {
        let mut out = b"NDT1".to_vec();
        out.extend(hash.to_le_bytes());
        out.extend(((self.bias * 1000.0).round() as i32).to_le_bytes());
        out.extend((self.trees.len() as i16).to_le_bytes());
        for tree in &self.trees {
            let mut nodes = Vec::new();
            tree.flat(0, &mut nodes);
            out.extend((nodes.len() as i16).to_le_bytes());
            for (feature, value) in nodes {
                out.extend(feature.to_le_bytes());
                out.extend(value.to_le_bytes());
            }
        }
        out
    }
}

fn grow(rows: &[Row], steps: &[(f64, f64)], features: usize, recipe: Recipe) -> Tree {
    let total =
        |rows: &[usize]| rows.iter().fold((0.0, 0.0), |(g, h), row| (g + steps[*row].0, h + steps[*row].1));
    let leaf = |rows: &[usize]| {
        let (g, h) = total(rows);
        Node::Leaf(-recipe.rate * g / (h + recipe.smoothing))
    };
    let best = |node: usize, of: Vec<usize>| {
        let (g, h) = total(&of);
        let mut sums = vec![(0.0, 0.0, 0_usize); features];
        for row in &of {
            for feature in &rows[*row].set {
                let sum = &mut sums[usize::from(*feature)];
                sum.0 += steps[*row].0;
                sum.1 += steps[*row].1;
                sum.2 += 1;
            }
        }
        let score = |g: f64, h: f64| g * g / (h + recipe.smoothing);
        let (mut gain, mut chosen) = (0.0, 0);
        for (feature, (a, b, count)) in sums.into_iter().enumerate() {
            if count < recipe.least || of.len() - count < recipe.least {
                continue;
            }
            let found = score(a, b) + score(g - a, h - b) - score(g, h);
            if found > gain {
                (gain, chosen) = (found, feature as u16);
            }
        }
        Open { node, rows: of, gain, feature: chosen }
    };
    let all: Vec<usize> = (0..rows.len()).collect();
    let mut nodes = vec![leaf(&all)];
    let mut open = vec![best(0, all)];
    for _ in 1..recipe.leaves {
        let Some(next) = (0..open.len()).max_by(|a, b| open[*a].gain.total_cmp(&open[*b].gain)) else {
            break;
        };
        let split = open.swap_remove(next);
        if split.gain <= 1e-9 {
            break;
        }
        let (present, absent): (Vec<usize>, Vec<usize>) =
            split.rows.iter().partition(|row| rows[**row].set.contains(&split.feature));
        let (left, right) = (nodes.len(), nodes.len() + 1);
        nodes.push(leaf(&absent));
        nodes.push(leaf(&present));
        nodes[split.node] = Node::Split { feature: split.feature, absent: left, present: right };
        open.push(best(left, absent));
        open.push(best(right, present));
    }
    Tree(nodes)
}
