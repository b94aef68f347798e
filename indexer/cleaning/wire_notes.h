// What wires write around a story for editors: what was corrected, before it; who reported and edited, behind it.
#pragma once

#include "shared/base/article.h"

namespace dateline {

// Takes such notes out of a text that a publisher gave; reporters of the last ones become contributors. A story that is
// nothing but a note stays.
void take_wire_notes(Article& article);

}  // namespace dateline
