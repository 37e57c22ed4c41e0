//! The macro works wherever it is used, whatever else is called how.

/// Nothing is in scope but what is named in full.
#[no_implicit_prelude]
mod bare {
    ::cnn::cnn! {
        pub struct Net<const CLASSES: usize = 10>: [3, 8, 8] -> [CLASSES] <
            conv(3, 8, 3); relu; dropout(0.5); fc(_, CLASSES);
        >
    }

    pub const INLINE: ::cnn::Summary = ::cnn::cnn!([3, 8, 8] < conv(3, 8, 3); relu >);
}

/// Everything is called as something that the expansion could mean.
#[allow(
    dead_code,
    non_camel_case_types,
    non_upper_case_globals,
    unused_macros,
    unused_variables,
    reason = "that is the point"
)]
mod crowded {
    struct conv;
    struct usize;
    struct u64;
    struct Step;
    struct Net;
    struct Shape;
    struct Summary;
    struct Network;
    struct Some;
    struct None;
    enum Option {}
    const relu: i8 = 3;
    fn fc() {}
    mod maxpool {}
    mod core {}
    macro_rules! compile_error {
        () => {};
    }

    cnn::cnn! {
        pub struct Crowded: [3, 8, 8] < conv(3, K, 3); relu; maxpool(2); fc(_, 10) >
    }
    const K: ::core::primitive::usize = 8;

    pub fn inline() -> cnn::Summary {
        let tanh = 3;
        let batchnorm = 4;
        cnn::cnn!([3, 8, 8] < conv(3, K, 3); batchnorm; tanh >)
    }
}

/// Tokens that come from a macro of the user.
macro_rules! network {
    ($name:ident, $classes:expr, $kernel:tt, $($layer:tt)*) => {
        cnn::cnn! {
            pub struct $name: [3, 8, 8] -> [$classes] <
                conv(3, 8, $kernel); $($layer)* fc(_, $classes);
            >
        }
    };
}

network!(Made, 2 * 5, (3, 2), relu; batchnorm;);

#[test]
fn names_do_not_clash() {
    assert_eq!(bare::Net::<10>::PARAMS, 224 + 8 * 6 * 6 * 10 + 10);
    assert_eq!(bare::INLINE.params, 224);
    assert_eq!(crowded::Crowded::PARAMS, 224 + 8 * 3 * 3 * 10 + 10);
    assert_eq!(crowded::inline().params, 224 + 16);
    assert_eq!(Made::OUTPUT.dims(), [10]);
}
