//! The ground everything stands on: places in files, names, addresses, dates, hashes, circles.
//!
//! Nothing here knows what a guide is.

pub mod address;
pub mod artifact;
pub mod cycles;
pub mod date;
pub mod hash;
pub mod list;
pub mod listed;
pub mod name;
pub mod path;
pub mod slug;
pub mod span;
pub mod suggest;
pub mod text;
pub mod url;

pub use address::{Address, Links};
pub use artifact::Artifact;
pub use date::Date;
pub use list::List;
pub use name::Name;
pub use path::InputPath;
pub use span::{Place, Span, Spanned};
pub use text::Text;
