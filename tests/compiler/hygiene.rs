//! Crates that use the macro under another name, or that forbid what they can.

use crate::rustc;
use crate::scratch::Scratch;

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
    let diagnostics = rustc::check(source);
    assert!(diagnostics.is_empty(), "{diagnostics:#?}");
}
