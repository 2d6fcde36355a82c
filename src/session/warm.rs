//! A guide being edited: takes the files as they are now, again and again.

use std::sync::Arc;

use super::preview::{Good, Preview, Rebuilt};
use super::{Options, check};
use crate::input::Inputs;
use crate::report::Reported;

/// A guide being edited. It goes the way of [`super::build`], and remembers what has not changed.
#[derive(Debug)]
pub struct Session {
    options: Options,
    /// The last guide without an error.
    good: Option<Arc<Good>>,
}

impl Session {
    /// A session that has seen no file yet.
    pub fn new(options: Options) -> Session {
        Session { options, good: None }
    }

    /// Takes all files as they are now, and answers what they give. Cheap where little changed.
    pub fn update(&mut self, inputs: &Inputs) -> Preview {
        let Reported { value, problems } = check(inputs, &self.options);
        let is_current = value.is_some();
        if let Some((checked, theme)) = value {
            self.good = Some(Arc::new(Good::new(checked, theme, inputs.clone(), self.options.clone())));
        }
        let rebuilt = Rebuilt { parsed: inputs.iter().map(|(path, _)| path.clone()).collect(), resolved: true };
        Preview::new(inputs.clone(), problems, self.good.clone(), is_current, rebuilt)
    }
}
