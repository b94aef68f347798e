// Where the entity model lies. Knows nothing of what is in it.
#pragma once

#include <string>

namespace dateline {

// `asked_for` where it is not empty; else $DATELINE_ENTITY_MODEL; else share/dateline/entity-model.bin beside the
// folder of the program; else where the program was built. Whether the file is there is told by who opens it.
std::string find_entity_model(const std::string& asked_for);

}  // namespace dateline
