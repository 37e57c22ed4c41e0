//! The macro works wherever it is used, whatever else is called how.

mod common;

use common::scratch::Scratch;

/// Nothing is in scope but what is named in full.
#[no_implicit_prelude]
mod bare {
    ::cnn::cnn! {
        pub struct Net<const CLASSES: usize = 10>: [3, 8, 8] -> [CLASSES] <
            conv(3, 8, 3); relu; dropout(0.5); fc(_, CLASSES)
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

#[test]
fn the_crate_may_have_another_name() {
    let dependency = "nets = { package = 'cnn', path = '{root}' }";
    let source = "\
        nets::cnn! { pub struct Net: [3, 8, 8] < conv(3, 8, 3); relu > }\n\
        pub const S: nets::Summary = nets::cnn!([8] < fc(8, N) >);\n\
        pub const N: usize = 2;\n\
        pub mod inner { pub use nets::cnn as network; }\n\
        inner::network! { pub struct Other: [8] < fc(8, 2) > }\n";
    let diagnostics = Scratch::new("renamed", dependency, source).check();
    assert!(diagnostics.is_empty(), "{diagnostics:#?}");
}

#[test]
fn strict_crates_have_nothing_to_complain_about() {
    let source = "\
        //! Strict.\n\
        #![deny(warnings, missing_docs, unused, nonstandard_style, future_incompatible)]\n\
        #![deny(unreachable_pub, unused_qualifications, missing_debug_implementations)]\n\
        #![forbid(unsafe_code)]\n\
        /// A width.\n\
        pub const WIDTH: usize = 8;\n\
        cnn::cnn! {\n\
            /// A network.\n\
            #[derive(Debug)]\n\
            #[budget(params <= 1 M, flash(i8) <= 64 KiB, ram(f32) <= 64 * WIDTH as u64 KiB)]\n\
            pub struct Net<const CLASSES: usize = 10>: [3, 8, 8] <\n\
                conv(3, (WIDTH), { 3 }); relu; fc(_, CLASSES)\n\
            >\n\
            #[cfg(any())]\n\
            pub struct Absent: [3, 8, 8] < conv(3, missing::CONSTANT, 3) >\n\
        }\n";
    let diagnostics = Scratch::usual("strict", source).check();
    assert!(diagnostics.is_empty(), "{diagnostics:#?}");
}
