// A model that is trained within a second on made-up sentences, for tests.
#pragma once

#include <string>

namespace dateline {

// Bytes of a model file; the same for the same seed.
std::string small_model(unsigned long seed = 1);

}  // namespace dateline
