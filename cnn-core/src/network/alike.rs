//! Layers that are called alike on the same shape. Networks repeat themselves, and const evaluation takes a
//! millisecond for a convolution.

use super::Cost;
use crate::layers::Kind;
use crate::shape::Shape;

/// Of each template, the last layer that was resolved without errors.
pub(super) struct Alike<const V: usize> {
    last: [Known; V],
}

/// What a layer's figures depend on, beside its template.
#[derive(Clone, Copy)]
pub(super) struct Circumstances {
    pub(super) kind: Kind,
    /// The shape of its only input.
    pub(super) input: Shape,
    /// That of the layer whose weights it uses, which has the same template; lost, if it has its own.
    pub(super) first: Shape,
}

#[derive(Clone, Copy)]
struct Known {
    circumstances: Circumstances,
    output: Shape,
    cost: Cost,
}

impl<const V: usize> Alike<V> {
    pub(super) const NONE: Alike<V> = {
        // No layer takes what is lost.
        let circumstances =
            Circumstances { kind: Kind::Identity, input: Shape::LOST, first: Shape::LOST };
        let none = Known { circumstances, output: Shape::LOST, cost: Cost::ZERO };
        Alike { last: [none; V] }
    };

    /// The output and the cost of a layer, if one like it has been noted.
    pub(super) const fn find(
        &self,
        template: usize,
        asked: &Circumstances,
    ) -> Option<(Shape, Cost)> {
        let Known { circumstances: Circumstances { kind, input, first }, output, cost } =
            &self.last[template];
        if input.same(&asked.input)
            && *kind as usize == asked.kind as usize
            && first.same(&asked.first)
        {
            Some((*output, *cost))
        } else {
            None
        }
    }

    /// Notes a layer that has been resolved without errors.
    pub(super) const fn note(
        &mut self,
        template: usize,
        circumstances: Circumstances,
        output: Shape,
        cost: Cost,
    ) {
        self.last[template] = Known { circumstances, output, cost };
    }
}
