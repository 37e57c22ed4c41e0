//! The outputs of the labelled statements of a network, and the references to them.

use std::collections::HashSet;
use std::rc::Rc;

use syn::ext::IdentExt as _;

use crate::lower::environment::Environment;
use crate::lower::layers::Flow;
use crate::lower::named::Named;
use crate::lower::names::{NameScope, prefixes};
use crate::lower::taps::Taps;
use crate::report::errors::Errors;
use crate::report::place::{NodeId, SpanRange, line};
use crate::report::suggest;
use crate::report::wording::Message;
use crate::syntax::label::{LabelPart, LabelText, Reference, is_name, spelled};
use crate::value::expr::Expr;
use crate::value::number::{Integers, Number};
use crate::value::scope::{Binding, LabelValue, Place};
use crate::value::{element, eval, text};

/// The labels of a network.
#[derive(Default)]
pub struct Labels {
    /// The output of each labelled statement, by its full name.
    defined: Named<Defined>,
    /// References to labels that were not there yet.
    pending: Vec<Pending>,
    /// The layers that are networks, by their labels in full, and the labels at which these end.
    networks: Named<(usize, Option<String>)>,
    /// The values from inside of these.
    taps: Rc<Taps>,
    /// What is not a label, with the calls of blocks around it: that is said once, however often a block
    /// joins one of its parameters.
    refused: HashSet<(Refused, Rc<str>)>,
}

/// The output of a labelled statement.
struct Defined {
    flow: Flow,
    /// How many labels there were before it.
    order: usize,
}

/// A reference to a label that was not there yet.
struct Pending {
    label: Rc<LabelValue>,
    /// What needs it, which may be in another place.
    user: User,
    /// The names that stand for labels there, and could be meant.
    names: Vec<String>,
}

/// Something that is not a label.
#[derive(PartialEq, Eq, Hash)]
enum Refused {
    /// A parameter of a block.
    Name(String),
    /// Outside of blocks: names may mean several things.
    Node(NodeId),
}

/// The use of a label: in a reference or in a list of labels.
#[derive(Clone)]
struct User {
    node: NodeId,
    span: SpanRange,
    /// The name of the label or of the list there, if it has one.
    name: Option<String>,
    list: bool,
}

/// The meaning of a reference.
pub struct Found {
    /// As it was written, with the values of the expressions in braces.
    pub label: String,
    pub flows: Vec<Flow>,
    /// Whether it is a list, of any length.
    pub list: bool,
}

/// A value where a label is needed.
enum Given<'b> {
    /// `_`
    Here,
    Label(Rc<LabelValue>),
    List(&'b [Binding]),
    /// Neither; what it is instead.
    Other(String),
    /// Neither; the message says why.
    Wrong(String),
    /// Something wrong; its error has been reported.
    Invalid,
}

impl Labels {
    /// Notes what left a labelled statement. Returns whether the label is the first with this name.
    pub fn define(&mut self, full: String, flow: Flow) -> bool {
        let order = self.defined.len();
        let first = !self.defined.contains(&full);
        self.defined.get_or_insert(full, Defined { flow, order }).flow = flow;
        first
    }

    /// Notes that the statement with this label is a network, and which layer.
    pub fn network(&mut self, full: String, layer: usize, end: Option<String>) {
        self.networks.get_or_insert(full, (layer, end));
    }

    /// Notes that what has been copied has networks in it, likewise: `copy` answers their new names and layers.
    pub fn networks_again(&mut self, full: &str, copy: impl Fn(&str, usize) -> (String, usize)) {
        let scope = format!("{full}.");
        let own = self.networks.get(full).map(|network| (full, network));
        let below = self.networks.within(&scope).chain(own);
        let again = below.map(|(name, (layer, end))| {
            let (name, layer) = copy(name, *layer);
            (name, (layer, end.clone()))
        });
        let again: Vec<_> = again.collect();
        for (name, network) in again {
            self.networks.insert(name, network);
        }
    }

    /// The values from inside networks.
    pub fn taps(&self) -> &Rc<Taps> {
        &self.taps
    }

    /// The output of the statement with this label at the top of the network.
    pub fn at_top(&self, label: &str) -> Option<Flow> {
        self.defined.get(label).map(|defined| defined.flow)
    }

    /// The labels whose names begin with this scope, with what left them.
    pub fn below(&self, scope: &str) -> Vec<(String, Flow)> {
        let mut below: Vec<_> = self.defined.within(scope).collect();
        below.sort_by_key(|(_, defined)| defined.order);
        below.into_iter().map(|(name, defined)| (name.to_owned(), defined.flow)).collect()
    }

    /// The labels at the top of the network, in their order.
    pub fn outermost(&self) -> impl Iterator<Item = &str> {
        let labels = self.defined.iter().filter(|(label, _)| !label.contains('.'));
        let mut labels: Vec<_> = labels.collect();
        labels.sort_by_key(|(_, defined)| defined.order);
        labels.into_iter().map(|(label, _)| label)
    }

    /// The name in full of what a reference means, if that is a single label which is there.
    pub fn full(
        &self,
        reference: &Reference,
        names: &NameScope,
        env: &Environment,
    ) -> Option<String> {
        let at = (NodeId::of(reference), reference.span);
        let (text, place) = (reference.text.as_ref()?, self.place(names));
        let written = written(text, at, place, env, &mut Errors::default())?;
        let bound = bound(reference, env)
            .filter(|_| self.own(&written.label, &written.place, env).is_none());
        match bound.map(|(name, binding)| given(name, binding, &written)) {
            None => self.full_since(&written.label, &written.place, 0),
            Some(Given::Label(label)) => self.full_since(&label.label, &label.place, 0),
            Some(_) => None,
        }
    }

    /// How many labels there are so far.
    pub fn len(&self) -> usize {
        self.defined.len()
    }

    /// Whether a name is that of a label which can be seen from here.
    pub fn has(&self, name: &str, names: &NameScope) -> bool {
        self.full_since(name, &self.place(names), 0).is_some()
    }

    /// The place of the statement that is lowered now.
    pub fn place(&self, names: &NameScope) -> Rc<Place> {
        Rc::new(Place { prefix: names.prefix().to_owned(), labels: Some(self.len()) })
    }

    /// The place of a `let`, which may name labels that come later.
    pub fn place_of_let(names: &NameScope) -> Rc<Place> {
        Rc::new(Place { prefix: names.prefix().to_owned(), labels: None })
    }

    /// What a reference stands for: what left the statement, or `here`, what flows at the place of the
    /// reference, if it is `_` or a parameter of a block that `_` is given for. `None` after an error.
    pub fn find(
        &mut self,
        reference: &Reference,
        here: Flow,
        names: &NameScope,
        env: &Environment,
        errors: &mut Errors,
    ) -> Option<Found> {
        let (node, span) = (NodeId::of(reference), reference.span);
        let Some(text) = &reference.text else {
            return Some(Found { label: "_".to_owned(), flows: vec![here], list: false });
        };
        let written = written(text, (node, span), self.place(names), env, errors)?;
        let label = written.label.clone();
        let user = User { node, span, name: Some(label.clone()), list: false };
        let one = |flow| Some(Found { label: label.clone(), flows: vec![flow], list: false });
        let Some((name, binding)) = bound(reference, env) else {
            return one(self.resolve(&Rc::new(written), &user, env));
        };
        let given = given(name, binding, &written);
        if let Some(own) = self.own(&label, &written.place, env) {
            if self.is_clear(&given, own) {
                self.note(own, &written);
                return one(own);
            }
            env.error(errors, node, span, two_things(&label));
            return None;
        }
        match given {
            Given::List(list) => {
                let flows = self.list(list, (node, span), Some(&label), here, env, errors);
                Some(Found { label, flows, list: true })
            }
            given => one(self.one(given, &user, here, env, errors)),
        }
    }

    /// What the values of a list stand for, which a layer needs `at` a place, by this name.
    pub fn list(
        &mut self,
        list: &[Binding],
        at: (NodeId, SpanRange),
        name: Option<&str>,
        here: Flow,
        env: &Environment,
        errors: &mut Errors,
    ) -> Vec<Flow> {
        let (node, span) = at;
        let user = User { node, span, name: name.map(str::to_owned), list: true };
        let mut flows = Vec::new();
        for binding in list {
            let given = label_of(binding);
            let is_wrong = matches!(given, Given::Other(_));
            flows.push(self.one(given, &user, here, env, errors));
            // That the list is wrong need not be said of each of its values.
            if is_wrong {
                break;
            }
        }
        flows
    }

    /// The meaning of one value.
    fn one(
        &mut self,
        given: Given<'_>,
        user: &User,
        here: Flow,
        env: &Environment,
        errors: &mut Errors,
    ) -> Flow {
        let message = match given {
            Given::Here => return here,
            Given::Invalid => return None,
            Given::Label(label) => return self.resolve(&label, user, env),
            Given::Wrong(message) => message,
            Given::List(_) => user.refusal("a list"),
            Given::Other(what) => user.refusal(&what),
        };
        let name = user.name.as_deref().and_then(|name| name.split('.').next());
        let refused = match name.filter(|_| !env.blocks().is_empty()) {
            Some(name) => Refused::Name(name.to_owned()),
            None => Refused::Node(user.node),
        };
        if self.refused.insert((refused, env.within().clone())) {
            env.error(errors, user.node, user.span, message);
        }
        None
    }

    /// The output of the statement with this label. If there is none, that is reported at the end.
    fn resolve(&mut self, label: &Rc<LabelValue>, user: &User, env: &Environment) -> Flow {
        let label = label.used(self.len());
        if let Some(flow) = self.lookup(&label) {
            self.note(flow, &label);
            return flow;
        }
        let names = env.scope().names().filter(|(_, binding)| match label_of(binding) {
            Given::Label(label) => self.lookup(&label).is_some(),
            _ => false,
        });
        let names = names.map(|(name, _)| name.to_owned()).collect();
        self.pending.push(Pending { label, user: user.clone(), names });
        None
    }

    /// Notes where something that is taken from inside a network is written.
    fn note(&self, flow: Flow, label: &LabelValue) {
        if let Some(value) = flow {
            self.taps.note(value, label);
        }
    }

    /// The label that an expression can be: a name, a path or a string. `None` if it cannot be one, and
    /// `Err` after an error.
    pub fn value(
        &self,
        expr: &Expr,
        place: &Rc<Place>,
        env: &Environment,
        errors: &mut Errors,
    ) -> Result<Option<Rc<LabelValue>>, ()> {
        let Some(reference) = Reference::read(expr.tokens()) else { return Ok(None) };
        let Some(text) = &reference.text else { return Ok(None) };
        let at = (expr.id(), expr.span());
        let written = written(text, at, place.clone(), env, errors).ok_or(())?;
        let Some((name, binding)) = bound(&reference, env) else {
            return Ok(Some(Rc::new(written)));
        };
        let given = given(name, binding, &written);
        self.check_clear(&given, &written.label, expr, place, env, errors)?;
        Ok(match given {
            Given::Label(label) => Some(label),
            _ => None,
        })
    }

    /// Reports an argument whose name is that of a value and of a label in the same body, if the value
    /// could be another label. A word is handed on more often than it is joined.
    pub fn check_name(
        &self,
        expr: &Expr,
        binding: &Binding,
        place: &Place,
        env: &Environment,
        errors: &mut Errors,
    ) -> Result<(), ()> {
        match (expr.as_ident(), binding) {
            // A number is not a label, whatever else has its name.
            (None, _) | (_, Binding::Word { .. } | Binding::Expr { number: Some(_), .. }) => Ok(()),
            (Some(name), binding) => {
                let name = name.unraw().to_string();
                self.check_clear(&label_of(binding), &name, expr, place, env, errors)
            }
        }
    }

    fn check_clear(
        &self,
        given: &Given<'_>,
        label: &str,
        expr: &Expr,
        place: &Place,
        env: &Environment,
        errors: &mut Errors,
    ) -> Result<(), ()> {
        match self.own(label, place, env) {
            Some(own) if !self.is_clear(given, own) => {
                env.error(errors, expr.id(), expr.span(), two_things(label));
                Err(())
            }
            _ => Ok(()),
        }
    }

    /// Whether it is clear what a name means that a value has, and so has a label of the same body,
    /// which is `own`. Where both could be joined, it would be a guess.
    fn is_clear(&self, given: &Given<'_>, own: Flow) -> bool {
        match given {
            Given::Label(label) => self.lookup(label).is_none_or(|flow| flow == own),
            Given::Here | Given::List(_) => false,
            Given::Other(_) | Given::Wrong(_) | Given::Invalid => true,
        }
    }

    /// Looks a label up from the inside to the outside.
    fn lookup(&self, label: &LabelValue) -> Option<Flow> {
        self.lookup_since(&label.label, &label.place, 0)
    }

    /// The output of the statement with this label in the body of the current block.
    fn own(&self, label: &str, place: &Place, env: &Environment) -> Option<Flow> {
        self.lookup_since(label, place, env.first_label())
    }

    fn lookup_since(&self, label: &str, place: &Place, first: usize) -> Option<Flow> {
        match self.full_since(label, place, first) {
            Some(full) => self.defined.get(&full).map(|defined| defined.flow),
            None => self.inside(label, place, first),
        }
    }

    /// What a label means within a network whose label begins it: `backbone.layer3`. Only rustc knows
    /// whether there is such a label.
    fn inside(&self, label: &str, place: &Place, first: usize) -> Option<Flow> {
        let visible = first..place.labels.unwrap_or(self.len());
        let find = |full: String| {
            let mut dots = full.match_indices('.');
            dots.find_map(|(dot, _)| {
                let (network, inner) = (&full[..dot], &full[dot + 1..]);
                let (layer, end) = self.networks.get(network)?;
                let defined = self.defined.get(network)?;
                visible.contains(&defined.order).then(|| match end {
                    Some(end) if end == inner => defined.flow,
                    _ => Some(self.taps.value(*layer, inner)),
                })
            })
        };
        candidates(label, place).find_map(find)
    }

    /// The name in full of a label that is at least the `first`.
    fn full_since(&self, label: &str, place: &Place, first: usize) -> Option<String> {
        let visible = first..place.labels.unwrap_or(self.len());
        candidates(label, place).find(|full| {
            self.defined.get(full).is_some_and(|defined| visible.contains(&defined.order))
        })
    }

    /// The labels that can be seen from a place, as they are called there.
    fn visible<'l>(&'l self, place: &'l Place) -> impl Iterator<Item = &'l str> {
        let labels = place.labels.unwrap_or(self.len());
        let before = self.defined.iter().filter(move |(_, defined)| defined.order < labels);
        before.flat_map(|(full, _)| {
            prefixes(&place.prefix).filter_map(|prefix| full.strip_prefix(prefix))
        })
    }

    /// Reports the references to labels that were not there: only at the end of the network is it
    /// known which of the labels come later.
    pub fn report_pending(self, errors: &mut Errors) {
        // The values in a label make several of one that is written once, as do those of a list.
        let mut reported = HashSet::new();
        for Pending { label, user, names } in &self.pending {
            let (mut label, mut user) = (label, user.clone());
            // Of `skip.conv1`, it may be `skip` that there is not.
            while let Some((name, base)) = &label.base
                && !self.is_known(base)
            {
                user.name = Some(name.clone());
                label = base;
            }
            if reported.insert((label.node, label.within.clone())) {
                let message = self.missing(label, &user, names).in_calls(&label.within);
                errors.push_once(label.node, label.span, message);
            }
        }
    }

    /// Whether a label is there, or begins that of one that is.
    fn is_known(&self, label: &LabelValue) -> bool {
        self.lookup(label).is_some() || self.is_scope(&label.label, &label.place)
    }

    fn is_scope(&self, label: &str, place: &Place) -> bool {
        let scope = format!("{label}.");
        self.visible(place).any(|name| name.starts_with(&scope))
    }

    /// The message for a label that was not there.
    fn missing(&self, value: &LabelValue, user: &User, names: &[String]) -> Message {
        let label = &value.label;
        let needed = user.elsewhere(value);
        if candidates(label, &value.place).any(|full| self.defined.contains(&full)) {
            let text =
                format!("`{label}` is defined later; a label can only be used after its layer");
            return Message::from(text + &needed);
        }
        let title = format!("there is no label `{label}`");
        let mut meant = self.inner(value);
        let is_guess = meant.len() > 1;
        if meant.is_empty() {
            meant = self.meant(value, user, names);
        }
        match &meant[..] {
            [] => Message::from(match label.rsplit_once('.') {
                Some((scope, last)) if self.is_scope(scope, &value.place) => {
                    format!("there is no label `{last}` in `{scope}`{needed}")
                }
                None if is_name(label) => {
                    let label = spelled(label);
                    format!(
                        "{title}; a label is written before a layer: `{label}: conv(…)`{needed}"
                    )
                }
                _ => title + &needed,
            }),
            // What to write depends on the values, or is a guess: the labels that there are have to do.
            [others @ .., last] if value.computed || is_guess => {
                let meant = match &others.join("`, `")[..] {
                    "" => format!("there is `{last}`"),
                    others => format!("there are `{others}` and `{last}`"),
                };
                Message::from(format!("{title}; {meant}{needed}"))
            }
            [meant, ..] => Message::from(title + &needed).write(&spelled(meant)),
        }
    }

    /// The labels that are like one that is missing, as they are called where that one is; the one
    /// that is most like it first.
    fn meant(&self, value: &LabelValue, user: &User, names: &[String]) -> Vec<String> {
        if let Some((name, base)) = &value.base {
            let scope = format!("{}.", base.label);
            let inner = self.visible(&base.place).filter_map(|full| full.strip_prefix(&scope));
            let wrong = value.label.strip_prefix(&scope).unwrap_or_default();
            return like(wrong, inner).iter().map(|meant| format!("{name}.{meant}")).collect();
        }
        // The names that stand for labels are known where the label is needed, and not where else it is
        // written.
        let names = names.iter().filter(|_| value.node == user.node);
        let labels = self.visible(&value.place).chain(names.map(String::as_str));
        like(&value.label, labels).into_iter().map(str::to_owned).collect()
    }

    /// The labels that are called like one that is missing, but are within others.
    fn inner(&self, value: &LabelValue) -> Vec<String> {
        let inner = format!(".{}", value.label);
        let labels = self.visible(&value.place).filter(|name| name.ends_with(&inner));
        let mut labels: Vec<String> = labels.map(str::to_owned).collect();
        labels.sort_unstable();
        labels.truncate(MOST_LIKE);
        labels
    }
}

impl User {
    /// The message for something that is not a label.
    fn refusal(&self, what: &str) -> String {
        match (&self.name, self.list) {
            (Some(name), false) => format!("`{name}` is {what} here, not a label"),
            (Some(name), true) => format!("`{name}` contains {what} here, which is not a label"),
            (None, _) => format!("this list contains {what}, which is not a label"),
        }
    }

    /// The line of a message that says what needs a label, if the label is in another place.
    fn elsewhere(&self, label: &LabelValue) -> String {
        let Some(name) = self.name.as_ref().filter(|_| label.node != self.node) else {
            return String::new();
        };
        let how = if self.list { "in" } else { "as" };
        match line(self.span.start()) {
            0 => format!("\nit is used {how} `{name}`"),
            line => format!("\nit is used {how} `{name}` on line {line}"),
        }
    }
}

/// How many labels are named that could be meant by one that is missing.
const MOST_LIKE: usize = 3;

/// The names that are like a wrong one, from the nearest.
fn like<'n>(wrong: &str, names: impl Iterator<Item = &'n str>) -> Vec<&'n str> {
    let mut names: Vec<&str> = names.collect();
    let mut like = Vec::new();
    while like.len() < MOST_LIKE
        && let Some(meant) = suggest::closest(wrong, names.iter().copied())
    {
        names.retain(|name| *name != meant);
        like.push(meant);
    }
    like
}

/// The names in full that a label could mean, from the inside to the outside.
fn candidates(label: &str, place: &Place) -> impl Iterator<Item = String> {
    prefixes(&place.prefix).map(move |prefix| format!("{prefix}{label}"))
}

/// The message for a name that means two things.
fn two_things(name: &str) -> String {
    format!("`{name}` is both a label and a value here; rename one of them")
}

/// What the first part of a reference stands for, if it is a name that a block or a `let` gives to a
/// value.
fn bound<'e>(reference: &Reference, env: &'e Environment) -> Option<(String, &'e Binding)> {
    let name = reference.first.as_ref()?.to_string();
    match env.scope().get(&name)? {
        Binding::Parameter { .. } | Binding::Type => None,
        binding => Some((name, binding)),
    }
}

/// Whether a reference is to a value that has a name here, and to no label.
pub fn is_bound(reference: &Reference, env: &Environment) -> bool {
    bound(reference, env).is_some()
}

/// What a reference means whose first part, `name`, stands for a value.
fn given<'b>(name: String, binding: &'b Binding, written: &LabelValue) -> Given<'b> {
    let given = label_of(binding);
    let Some(rest) = written.label.strip_prefix(&name).filter(|rest| !rest.is_empty()) else {
        return given;
    };
    let what = match given {
        Given::Label(base) => return Given::Label(Rc::new(within(name, base, rest, written))),
        Given::Here => "the current value".to_owned(),
        Given::List(_) => "a list".to_owned(),
        Given::Other(what) => what,
        Given::Wrong(_) | Given::Invalid => return given,
    };
    let rest = rest.trim_start_matches('.');
    Given::Wrong(format!("`{name}` is {what} here and has no `{rest}`"))
}

/// The label of a value.
fn label_of(binding: &Binding) -> Given<'_> {
    match binding {
        Binding::Infer => Given::Here,
        Binding::Word { label, .. } | Binding::Expr { label: Some(label), .. } => {
            Given::Label(label.clone())
        }
        Binding::List(list) => Given::List(list),
        Binding::Expr { number, tokens, .. } => {
            let text = text::of(tokens);
            // A negative number has parentheses, so that it can be used anywhere.
            let text = if number.is_some() { text.trim_matches(['(', ')']) } else { &text };
            Given::Other(format!("`{text}`"))
        }
        Binding::Parameter { .. } | Binding::Type => Given::Other("a parameter".to_owned()),
        Binding::Invalid => Given::Invalid,
    }
}

/// A label as it is written `at` a place in the source. `None` after an error.
fn written(
    text: &LabelText,
    at: (NodeId, SpanRange),
    place: Rc<Place>,
    env: &Environment,
    errors: &mut Errors,
) -> Option<LabelValue> {
    let (node, span) = at;
    Some(LabelValue {
        label: interpolate(text, at, env, errors)?,
        place,
        base: None,
        computed: text.is_computed(),
        node,
        span,
        within: env.within().clone(),
    })
}

/// A label within one that a name stands for: `rest` is `.conv1` of `skip.conv1`.
fn within(name: String, base: Rc<LabelValue>, rest: &str, written: &LabelValue) -> LabelValue {
    LabelValue {
        label: format!("{}{rest}", base.label),
        place: base.place.clone(),
        base: Some((name, base)),
        computed: written.computed,
        node: written.node,
        span: written.span,
        within: written.within.clone(),
    }
}

/// The label in a string, if an expression is nothing else and its values are known.
pub fn string(expr: &Expr, env: &Environment) -> Option<String> {
    expr.as_string()?;
    let reference = Reference::read(expr.tokens())?;
    interpolate(reference.text.as_ref()?, (expr.id(), expr.span()), env, &mut Errors::default())
}

/// A label with the values of the expressions in its braces: `block2` for `"block{i + 1}"`. An error is about the place
/// `at`.
pub fn interpolate(
    text: &LabelText,
    at: (NodeId, impl Into<SpanRange>),
    env: &Environment,
    errors: &mut Errors,
) -> Option<String> {
    let mut label = String::new();
    for part in text.parts() {
        match part {
            LabelPart::Text(text) => label.push_str(text),
            LabelPart::Value(written, expr) => match value(expr.as_ref(), env) {
                Some(value) => label.push_str(&value),
                None => {
                    let message = format!(
                        "`{written}` in this label is not a number or string that the macro knows"
                    );
                    let (node, span) = at;
                    env.error(errors, node, span, message);
                    return None;
                }
            },
        }
    }
    if text.is_computed() && !is_name(&label) {
        let message = format!("this label becomes `{label}`, which is not a valid name");
        let (node, span) = at;
        env.error(errors, node, span, message);
        return None;
    }
    Some(label)
}

/// The value of an expression in a label: a number, or a string that has a name.
fn value(expr: Option<&Expr>, env: &Environment) -> Option<String> {
    let expr = expr?;
    if let Some(Ok(binding)) = element::whole(expr.tokens(), env.scope())
        && let Some(text) = binding.text()
    {
        return Some(text.to_owned());
    }
    match eval::evaluate(expr, env.scope(), Integers::Unsigned) {
        Ok(Number::Int(value)) if !env.scope().is_generic(expr) => Some(value.to_string()),
        _ => None,
    }
}
