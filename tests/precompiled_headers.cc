// Nothing: the target that compiles the headers of the tests needs a source.
