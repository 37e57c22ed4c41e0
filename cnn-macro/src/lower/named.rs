//! What has names, which are in scopes.

use std::collections::BTreeMap;

/// Things with names, in the order of these: the names of a scope follow each other.
///
/// One tree of names serves things of all types, since rustc compiles a tree for each type that is in one, and that
/// takes longer than all of this module.
pub struct Named<T> {
    indices: BTreeMap<String, usize>,
    things: Vec<T>,
}

impl<T> Default for Named<T> {
    fn default() -> Named<T> {
        Named { indices: BTreeMap::new(), things: Vec::new() }
    }
}

impl<T> Named<T> {
    pub fn len(&self) -> usize {
        self.things.len()
    }

    pub fn contains(&self, name: &str) -> bool {
        self.indices.contains_key(name)
    }

    pub fn get(&self, name: &str) -> Option<&T> {
        self.indices.get(name).map(|index| &self.things[*index])
    }

    /// What has this name; `new`, if nothing has.
    pub fn get_or_insert(&mut self, name: String, new: T) -> &mut T {
        let index = *self.indices.entry(name).or_insert(self.things.len());
        if index == self.things.len() {
            self.things.push(new);
        }
        &mut self.things[index]
    }

    /// Gives a name to something; what had it before no longer does.
    pub fn insert(&mut self, name: String, thing: T) {
        let index = self.things.len();
        self.things.push(thing);
        self.indices.insert(name, index);
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &T)> {
        self.indices.iter().map(|(name, index)| (name.as_str(), &self.things[*index]))
    }

    /// What has a name in a scope, which ends with its dot.
    pub fn within(&self, scope: &str) -> impl Iterator<Item = (&str, &T)> {
        let names = self.indices.range(scope.to_owned()..);
        let names = names.take_while(move |(name, _)| name.starts_with(scope));
        names.map(|(name, index)| (name.as_str(), &self.things[*index]))
    }
}
