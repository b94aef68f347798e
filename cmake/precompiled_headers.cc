// Nothing: a target that compiles headers needs a source.
