// What wires write around a story for editors: what was corrected, before it; who reported and edited, and whose wire
// it is, behind it.
#pragma once

#include "shared/base/article.h"

namespace dateline {

// Takes such notes out of a text; reporters of the last ones become contributors. A story that is nothing but a note
// stays. Twice is as once.
void take_wire_notes(Article& article);

}  // namespace dateline
