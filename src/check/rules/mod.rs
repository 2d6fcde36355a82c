//! The checks, one file each: the declaration of the rule and the function that finds it.

pub mod large_picture;
pub mod question;
pub mod unused;
