//! The checks, one file each: the declaration of the rule and the function that finds it.
//! And the rules of themes, which are found later but known here, with all others.
//!
//! Each is a judgement whose level a site may set; each looks at the whole guide and changes nothing.

pub mod large_picture;
pub mod question;
pub mod theme;
pub mod unused;
